// Asks with libcurl, which the guard keeps outside.
#include "core/outbound/link_probe.hpp"

#include "core/outbound/curl.hpp"

namespace clocher::outbound {
namespace {

constexpr long most_redirections = 5;
constexpr const char* user_agent = "Clocher (verification des liens d'un site communal)";

std::size_t stop_at_body(char*, std::size_t, std::size_t, void*) { return 0; }  // the status was all we wanted

void set_options(CURL* handle, const std::string& url, const ProbeOptions& options, SocketGuard& guard) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, most_redirections);
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(options.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(options.timeout.count()));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, user_agent);
  set_guard(handle, guard);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, stop_at_body);
}

// The status of the last page reached; 0 when none was.
long status_of(const std::string& url, const ProbeOptions& options, SocketGuard& guard, long without_body) {
  const CurlHandle handle = make_curl_handle();
  set_options(handle.get(), url, options, guard);
  curl_easy_setopt(handle.get(), CURLOPT_NOBODY, without_body);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK && code != CURLE_WRITE_ERROR) return 0;
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

bool is_refused(long status) { return status >= 400 && status < 600; }

}  // namespace

LinkAnswer probe_link(const std::string& url, const ProbeOptions& options) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return LinkAnswer::forbidden;
  SocketGuard guard{options.may_connect};
  long status = status_of(url, options, guard, 1L);
  if (is_refused(status)) status = status_of(url, options, guard, 0L);  // some servers answer HEAD with 404 or 405
  if (status == 404 || status == 410) return LinkAnswer::gone;
  if (status != 0) return LinkAnswer::found;
  return guard.has_refused ? LinkAnswer::forbidden : LinkAnswer::unreachable;
}

}  // namespace clocher::outbound
