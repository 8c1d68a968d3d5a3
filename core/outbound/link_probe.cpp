// libcurl connects only to sockets that open_socket has agreed to.
#include "core/outbound/link_probe.hpp"

#include "core/outbound/curl.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

namespace clocher::outbound {
namespace {

constexpr long most_redirections = 5;
constexpr const char* user_agent = "Clocher (verification des liens d'un site communal)";

struct Range4 {
  std::array<std::uint8_t, 4> first;
  unsigned bits;
};
// RFC 6890 and 6598; 224.0.0.0/3 is multicast and what lies above.
constexpr std::array<Range4, 14> closed_ranges = {{{{0, 0, 0, 0}, 8},
                                                   {{10, 0, 0, 0}, 8},
                                                   {{100, 64, 0, 0}, 10},
                                                   {{127, 0, 0, 0}, 8},
                                                   {{169, 254, 0, 0}, 16},
                                                   {{172, 16, 0, 0}, 12},
                                                   {{192, 0, 0, 0}, 24},
                                                   {{192, 0, 2, 0}, 24},
                                                   {{192, 88, 99, 0}, 24},
                                                   {{192, 168, 0, 0}, 16},
                                                   {{198, 18, 0, 0}, 15},
                                                   {{198, 51, 100, 0}, 24},
                                                   {{203, 0, 113, 0}, 24},
                                                   {{224, 0, 0, 0}, 3}}};

std::uint32_t number_of(const std::uint8_t* bytes) {
  return (std::uint32_t{bytes[0]} << 24) | (std::uint32_t{bytes[1]} << 16) | (std::uint32_t{bytes[2]} << 8) | bytes[3];
}

bool is_public4(const std::uint8_t* bytes) {
  const std::uint32_t address = number_of(bytes);
  return std::ranges::none_of(closed_ranges, [&](const Range4& range) {
    const std::uint32_t mask = ~std::uint32_t{0} << (32 - range.bits);
    return (address & mask) == number_of(range.first.data());
  });
}

// Only 2000::/3 is given out to the world; in it, 2001::/23 (protocols), 2001:db8::/32 (documents) and 2002::/16 (6to4, which
// holds an IPv4 address) are not the web.
bool is_public6(const std::uint8_t* bytes) {
  static constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
  if (std::equal(mapped.begin(), mapped.end(), bytes)) return is_public4(bytes + 12);
  if ((bytes[0] & 0xe0) != 0x20) return false;
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return false;
  if (bytes[0] == 0x20 && bytes[1] == 0x01) {
    if ((bytes[2] & 0xfe) == 0) return false;
    if (bytes[2] == 0x0d && bytes[3] == 0xb8) return false;
  }
  return true;
}

struct Watch {
  const ProbeOptions& options;
  bool has_refused = false;
};

// CURLOPT_OPENSOCKETFUNCTION: the name is resolved by now, so a name that changes its answer gains nothing.
curl_socket_t open_socket(void* watch_of_probe, curlsocktype, curl_sockaddr* address) {
  auto& watch = *static_cast<Watch*>(watch_of_probe);
  std::array<char, NI_MAXHOST> text{};
  const bool is_written = getnameinfo(&address->addr, static_cast<socklen_t>(address->addrlen), text.data(),
                                      text.size(), nullptr, 0, NI_NUMERICHOST) == 0;
  if (!is_written || !watch.options.may_connect(text.data())) {
    watch.has_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

std::size_t stop_at_body(char*, std::size_t, std::size_t, void*) { return 0; }  // the status was all we wanted

void set_options(CURL* handle, const std::string& url, Watch& watch) {
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(handle, CURLOPT_MAXREDIRS, most_redirections);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");  // a proxy would connect in our place, unwatched
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT, static_cast<long>(watch.options.connect_timeout.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT, static_cast<long>(watch.options.timeout.count()));
  curl_easy_setopt(handle, CURLOPT_USERAGENT, user_agent);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &watch);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, stop_at_body);
}

// The status of the last page reached; 0 when none was.
long status_of(const std::string& url, Watch& watch, long without_body) {
  const CurlHandle handle = make_curl_handle();
  set_options(handle.get(), url, watch);
  curl_easy_setopt(handle.get(), CURLOPT_NOBODY, without_body);
  const CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK && code != CURLE_WRITE_ERROR) return 0;
  long status = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
  return status;
}

bool is_refused(long status) { return status >= 400 && status < 600; }

}  // namespace

bool is_public_address(const std::string& numeric_address) {
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(AF_INET, numeric_address.c_str(), bytes.data()) == 1) return is_public4(bytes.data());
  if (inet_pton(AF_INET6, numeric_address.c_str(), bytes.data()) == 1) return is_public6(bytes.data());
  return false;
}

LinkAnswer probe_link(const std::string& url, const ProbeOptions& options) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return LinkAnswer::forbidden;
  Watch watch{options};
  long status = status_of(url, watch, 1L);
  if (is_refused(status)) status = status_of(url, watch, 0L);  // some servers answer HEAD with 404 or 405
  if (status == 404 || status == 410) return LinkAnswer::gone;
  if (status != 0) return LinkAnswer::found;
  return watch.has_refused ? LinkAnswer::forbidden : LinkAnswer::unreachable;
}

}  // namespace clocher::outbound
