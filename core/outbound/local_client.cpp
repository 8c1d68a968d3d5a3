// Speaks to a Unix socket with libcurl.
#include "core/outbound/local_client.hpp"

#include "core/outbound/curl.hpp"

namespace clocher::outbound {
namespace {

constexpr long connect_timeout_seconds = 5;
constexpr long timeout_seconds = 120;

std::size_t keep_body(char* bytes, std::size_t size, std::size_t count, void* target) {
  static_cast<std::string*>(target)->append(bytes, size * count);
  return size * count;
}

void set_connection(CURL* handle, const std::string& socket_path, const std::string& url) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_UNIX_SOCKET_PATH, socket_path.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http");
  curl_easy_setopt(handle, CURLOPT_PROXY,
                   "");  // an http_proxy of the environment is not for this machine's own service
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, timeout_seconds);
}

}  // namespace

bool LocalClient::is_answered() const {
  const CurlHandle handle = make_curl_handle();
  set_connection(handle.get(), socket_path_, "http://localhost/");
  curl_easy_setopt(handle.get(), CURLOPT_CONNECT_ONLY, 1L);
  return curl_easy_perform(handle.get()) == CURLE_OK;
}

Result<LocalAnswer> LocalClient::post(std::string_view path, const std::string& json) const {
  const CurlHandle handle = make_curl_handle();
  set_connection(handle.get(), socket_path_, "http://localhost" + std::string(path));
  // Without "Expect:" libcurl waits a second before it sends a body of some size.
  CurlList headers(curl_slist_append(nullptr, "Content-Type: application/json"));
  if (headers) curl_slist_append(headers.get(), "Expect:");
  LocalAnswer answer;
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(json.size()));
  curl_easy_setopt(handle.get(), CURLOPT_POSTFIELDS, json.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, keep_body);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &answer.body);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK)
    return fail(ErrorKind::unavailable, "local.unreachable", {{"reason", curl_easy_strerror(code)}});
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace clocher::outbound
