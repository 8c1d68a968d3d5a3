// Posts with libcurl, inside the guard.
#include "core/outbound/callback.hpp"

#include "core/base/text.hpp"
#include "core/outbound/socket_guard.hpp"
#include "core/security/crypto.hpp"

#include <algorithm>

namespace clocher::outbound {
namespace {

constexpr long connect_timeout_seconds = 5;
constexpr long timeout_seconds = 15;
constexpr std::size_t longest_address = 500;
constexpr std::string_view https = "https://";
constexpr std::string_view http = "http://";

// Names of this machine and of networks at home (RFC 6761, RFC 6762, RFC 8375).
bool is_local_name(std::string_view host) {
  if (host.find('.') == std::string_view::npos && host.find(':') == std::string_view::npos) return true;
  for (const std::string_view end : {".localhost", ".local", ".internal", ".home.arpa", ".lan"}) {
    if (host.ends_with(end)) return true;
  }
  return false;
}

bool is_number(std::string_view host) {
  return host.find(':') != std::string_view::npos ||
         host.find_first_not_of("0123456789.") == std::string_view::npos;
}

// Without brackets and port.
std::string host_of(std::string_view rest) {
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
  if (authority.starts_with('[')) return std::string(authority.substr(1, authority.find(']') - 1));
  std::string host = fold(authority.substr(0, authority.find(':')));
  if (host.ends_with('.')) host.pop_back();
  return host;
}

bool is_plain(std::string_view address) {
  return std::ranges::all_of(address, [](char c) { return c > 0x20 && c < 0x7F && c != '\\' && c != '"' && c != '<' && c != '>'; });
}

std::size_t leave_out(char*, std::size_t size, std::size_t count, void*) { return size * count; }

CurlList headers_of(const Callback& callback, Instant now) {
  curl_slist* list = nullptr;
  for (const std::string& line :
       {std::string("Content-Type: application/json"), "Clocher-Event: " + callback.event,
        "Clocher-Delivery: " + callback.delivery_id,
        "Clocher-Signature: " + sign_callback(callback.secret, now, callback.body), std::string("Expect:")})
    list = curl_slist_append(list, line.c_str());
  return CurlList(list);
}

void set_options(CURL* handle, const Callback& callback, Peers peers) {
  curl_easy_setopt(handle, CURLOPT_URL, callback.address.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, peers == Peers::any ? "http,https" : "https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, connect_timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, timeout_seconds);
  curl_easy_setopt(handle, CURLOPT_USERAGENT, "Clocher");
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE, static_cast<long>(callback.body.size()));
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, callback.body.c_str());
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, leave_out);
}

}  // namespace

std::string sign_callback(std::string_view secret, Instant at, std::string_view body) {
  const std::string time = std::to_string(at.seconds);
  return "t=" + time + ",v1=" + security::to_hex(security::hmac_sha256(secret, time + "." + std::string(body)));
}

Result<void> check_callback_address(std::string_view address, Peers peers) {
  const bool is_https = address.starts_with(https);
  if (!is_https && !(peers == Peers::any && address.starts_with(http)))
    return fail_field("address", "webhook.address.https");
  const std::string_view rest = address.substr(is_https ? https.size() : http.size());
  const bool is_well_formed = address.size() <= longest_address && is_plain(address) &&
                              address.find_first_of("@#") == std::string_view::npos && !host_of(rest).empty();
  if (!is_well_formed) return fail_field("address", "webhook.address.malformed");
  const std::string host = host_of(rest);
  const bool is_ours = is_number(host) ? !is_public_address(host) : is_local_name(host);
  if (is_ours && peers == Peers::public_only) return fail_field("address", "webhook.address.private");
  return {};
}

Result<void> post_callback(const Callback& callback, Peers peers, Instant now) {
  const CurlHandle handle = make_curl_handle();
  const CurlList headers = headers_of(callback, now);
  SocketGuard guard{[peers](const std::string& address) { return peers == Peers::any || is_public_address(address); }};
  set_options(handle.get(), callback, peers);
  set_guard(handle.get(), guard);
  curl_easy_setopt(handle.get(), CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(handle.get());
  if (guard.has_refused) return fail(ErrorKind::invalid, "webhook.private_address");
  if (code != CURLE_OK)
    return fail(ErrorKind::unavailable, "webhook.unreachable", {{"reason", curl_easy_strerror(code)}});
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status >= 200 && status < 300) return {};
  if (status == 410) return fail(ErrorKind::invalid, "webhook.gone");
  return fail(ErrorKind::unavailable, "webhook.refused", {{"status", std::to_string(status)}});
}

}  // namespace clocher::outbound
