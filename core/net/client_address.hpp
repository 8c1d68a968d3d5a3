// Who the client is: the peer of the socket, or what a proxy that we trust says of it.
#pragma once

#include "core/http/message.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::net {

class TrustedProxies {
 public:
  // "127.0.0.1", "::1", "10.0.0.0/8". Throws std::invalid_argument on anything else.
  explicit TrustedProxies(const std::vector<std::string>& networks);
  ~TrustedProxies();
  TrustedProxies(const TrustedProxies&) = delete;
  TrustedProxies& operator=(const TrustedProxies&) = delete;

  [[nodiscard]] bool contains(std::string_view address) const;

  // `peer` unless it is one of ours; then the rightmost address of X-Forwarded-For that is not. An unreadable entry
  // ends the search at the last address that was readable.
  [[nodiscard]] std::string client_address(const std::string& peer, const http::Headers& headers) const;

 private:
  struct Networks;
  std::unique_ptr<Networks> networks_;
};

// "::ffff:192.0.2.1" -> "192.0.2.1"; other addresses in their shortest form; "" when it is no address.
[[nodiscard]] std::string plain_address(std::string_view text);

// What counts as one client for a cap: an IPv4 address, or the /64 network of an IPv6 address, all of which one
// subscriber has for itself (RFC 6177). "" when it is no address.
[[nodiscard]] std::string counted_network(std::string_view address);

}  // namespace clocher::net
