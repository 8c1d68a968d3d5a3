// POST through libcurl, with our own limits.
#include "core/outbound/http_client.hpp"

#include "core/base/text.hpp"
#include "core/outbound/curl.hpp"

#include <stdexcept>

namespace clocher::outbound {
namespace {

struct Receiver {
  HttpAnswer answer;
  std::size_t limit_bytes = 0;
  bool is_too_large = false;
};

std::size_t keep_body(char* bytes, std::size_t size, std::size_t count, void* target) {
  auto& receiver = *static_cast<Receiver*>(target);
  const std::size_t length = size * count;
  receiver.is_too_large = receiver.answer.body.size() + length > receiver.limit_bytes;
  if (receiver.is_too_large) return 0;
  receiver.answer.body.append(bytes, length);
  return length;
}

void append(CurlList& list, const std::string& line) {
  if (line != one_line(line)) throw std::invalid_argument("http: a header with a line end");
  curl_slist* longer = curl_slist_append(list.get(), line.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  static_cast<void>(list.release());
  list.reset(longer);
}

CurlList header_list(const HttpCall& call) {
  CurlList list;
  append(list, "Expect:");  // without it libcurl waits a second before it sends a body of some size
  for (const auto& [name, value] : call.headers) append(list, value.empty() ? name + ";" : name + ": " + value);
  return list;
}

// A proxy of the environment is for the world outside, not for this machine.
bool is_on_loopback(const std::string& url) {
  const auto begins = [&](std::string_view host) {
    const std::string after(url.substr(url.find("://") + 3));
    return after.starts_with(host) && (after.size() == host.size() || after[host.size()] == ':' || after[host.size()] == '/');
  };
  return begins("127.0.0.1") || begins("localhost") || begins("[::1]");
}

void set_options(CURL* handle, const HttpCall& call, const HttpLimits& limits, Receiver& receiver) {
  curl_easy_setopt(handle, CURLOPT_URL, call.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  if (is_on_loopback(call.url)) curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Clocher");
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.timeout.count()));
  curl_easy_setopt(handle, CURLOPT_POST, 1L);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(call.body.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, call.body.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, keep_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &receiver);
}

// True when the bytes of the request cannot have reached anybody.
bool was_never_connected(CURL* handle, CURLcode code) {
  curl_off_t connected_after = 0;
  curl_easy_getinfo(handle, CURLINFO_CONNECT_TIME_T, &connected_after);
  return code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_RESOLVE_PROXY || code == CURLE_COULDNT_CONNECT ||
         code == CURLE_SSL_CONNECT_ERROR || code == CURLE_PEER_FAILED_VERIFICATION ||
         (code == CURLE_OPERATION_TIMEDOUT && connected_after == 0);
}

Failure failure_of(CURL* handle, CURLcode code, const Receiver& receiver) {
  const std::string reason = curl_easy_strerror(code);
  if (receiver.is_too_large) return fail(ErrorKind::unavailable, "http.too_large");
  if (was_never_connected(handle, code)) return fail(ErrorKind::unavailable, "http.unreachable", {{"reason", reason}});
  if (code == CURLE_OPERATION_TIMEDOUT) return fail(ErrorKind::unavailable, "http.timed_out");
  return fail(ErrorKind::unavailable, "http.broken", {{"reason", reason}});
}

}  // namespace

Result<HttpAnswer> http_post(const HttpCall& call, const HttpLimits& limits) {
  if (!call.url.starts_with("http://") && !call.url.starts_with("https://"))
    throw std::invalid_argument("http: not an address: " + call.url);
  const CurlHandle handle = make_curl_handle();
  const CurlList headers = header_list(call);
  Receiver receiver;
  receiver.limit_bytes = limits.answer_bytes;
  set_options(handle.get(), call, limits, receiver);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) return failure_of(handle.get(), code, receiver);
  long status = 0;
  const char* content_type = nullptr;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &content_type);
  receiver.answer.status = static_cast<int>(status);
  if (content_type != nullptr) receiver.answer.content_type = content_type;
  return std::move(receiver.answer);
}

}  // namespace clocher::outbound
