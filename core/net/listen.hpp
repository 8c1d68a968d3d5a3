// Listening sockets of both kinds, and who is at the other end.
#pragma once

#include "core/net/asio.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace clocher::net {

// Both throw std::system_error when the address or path cannot be had.
[[nodiscard]] Acceptor listen_on_tcp(const Executor& executor, const std::string& address, std::uint16_t port);

// A socket left by a process that died is replaced; one that answers is not. Only the owner may connect.
[[nodiscard]] Acceptor listen_on_path(const Executor& executor, const std::string& path);

[[nodiscard]] std::uint16_t port_of(const Acceptor& acceptor);

// The peer's address without port, or local_peer for a Unix socket. "" when it has left already.
inline constexpr std::string_view local_peer = "local";
[[nodiscard]] std::string peer_of(const Socket& socket);

}  // namespace clocher::net
