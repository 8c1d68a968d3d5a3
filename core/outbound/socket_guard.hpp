// Keeps libcurl out of our own network: connects only to addresses that were looked at after the name was resolved.
#pragma once

#include "core/outbound/curl.hpp"

#include <functional>
#include <string>

namespace clocher::outbound {

// True for an address anybody on the Internet may have: "93.184.215.14", "2606:2800::1". Private, local, shared and reserved
// ranges (RFC 6890), IPv4 inside IPv6 included, are refused.
[[nodiscard]] bool is_public_address(const std::string& numeric_address);

struct SocketGuard {
  std::function<bool(const std::string& numeric_address)> may_connect;
  bool has_refused = false;
};

// From here on `handle` opens no socket that the guard does not allow, and no proxy connects in our place. The name is resolved by
// then, so that a name that changes its answer gains nothing. `guard` lives longer than the transfer.
void set_guard(CURL* handle, SocketGuard& guard);

}  // namespace clocher::outbound
