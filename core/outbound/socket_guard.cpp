// Ranges that are nobody's on the Internet, and the socket that is not opened.
#include "core/outbound/socket_guard.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>

namespace clocher::outbound {
namespace {

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

// CURLOPT_OPENSOCKETFUNCTION.
curl_socket_t open_socket(void* guard_of_transfer, curlsocktype, curl_sockaddr* address) {
  auto& guard = *static_cast<SocketGuard*>(guard_of_transfer);
  std::array<char, NI_MAXHOST> text{};
  const bool is_written = getnameinfo(&address->addr, static_cast<socklen_t>(address->addrlen), text.data(),
                                      text.size(), nullptr, 0, NI_NUMERICHOST) == 0;
  if (!is_written || !guard.may_connect(text.data())) {
    guard.has_refused = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace

bool is_public_address(const std::string& numeric_address) {
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(AF_INET, numeric_address.c_str(), bytes.data()) == 1) return is_public4(bytes.data());
  if (inet_pton(AF_INET6, numeric_address.c_str(), bytes.data()) == 1) return is_public6(bytes.data());
  return false;
}

void set_guard(CURL* handle, SocketGuard& guard) {
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, &guard);
}

}  // namespace clocher::outbound
