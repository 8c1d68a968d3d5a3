// One GET by libcurl.
#include "core/outbound/page_fetch.hpp"

#include "core/base/text.hpp"
#include "core/outbound/curl.hpp"

#include <algorithm>
#include <string_view>

namespace clocher::outbound {
namespace {

constexpr long connect_timeout_seconds = 5;

struct Reading {
  FetchedPage page;
  std::size_t body_bytes = 0;
};

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::size_t read_header(char* data, std::size_t size, std::size_t count, void* reading) {
  const std::string_view line(data, size * count);
  if (const auto colon = line.find(':'); colon != std::string_view::npos)
    static_cast<Reading*>(reading)->page.headers[lower(line.substr(0, colon))] = std::string(trim(line.substr(colon + 1)));
  return size * count;
}

// What goes beyond the limit is read and dropped.
std::size_t read_body(char* data, std::size_t size, std::size_t count, void* reading) {
  auto& kept = *static_cast<Reading*>(reading);
  const std::size_t room = kept.body_bytes - kept.page.body.size();
  kept.page.body.append(data, std::min(size * count, room));
  return size * count;
}

bool is_of_this_machine(const std::string& url) {
  const auto start = url.find("://") + 3;
  std::string_view host = std::string_view(url).substr(start, url.find_first_of(":/", start) - start);
  return host.ends_with(".localhost") || host == "localhost" || host == "127.0.0.1";
}

}  // namespace

Result<FetchedPage> fetch_page(const std::string& url, const FetchLimits& limits) {
  const auto failed = [&](std::string reason) {
    return fail(ErrorKind::unavailable, "fetch.failed", {{"url", url}, {"reason", std::move(reason)}});
  };
  if (!url.starts_with("http://") && !url.starts_with("https://")) return failed("no web address");
  const CurlHandle handle = make_curl_handle();
  Reading reading{{}, limits.body_bytes};
  curl_easy_setopt(handle.get(), CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_CONNECTTIMEOUT, connect_timeout_seconds);
  curl_easy_setopt(handle.get(), CURLOPT_TIMEOUT, limits.timeout_seconds);
  curl_easy_setopt(handle.get(), CURLOPT_USERAGENT, "Clocher-doctor");
  curl_easy_setopt(handle.get(), CURLOPT_ACCEPT_ENCODING, "");  // whatever it can read, as browsers do
  if (is_of_this_machine(url)) curl_easy_setopt(handle.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle.get(), CURLOPT_HEADERFUNCTION, read_header);
  curl_easy_setopt(handle.get(), CURLOPT_HEADERDATA, &reading);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEFUNCTION, read_body);
  curl_easy_setopt(handle.get(), CURLOPT_WRITEDATA, &reading);
  if (const CURLcode code = curl_easy_perform(handle.get()); code != CURLE_OK) return failed(curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  reading.page.status = static_cast<int>(status);
  return std::move(reading.page);
}

}  // namespace clocher::outbound
