// One generic acceptor type, opened for TCP or for a path.
#include "core/net/listen.hpp"

#include "core/net/client_address.hpp"

#include <cstring>
#include <filesystem>
#include <system_error>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/un.h>

namespace clocher::net {
namespace {

namespace fs = std::filesystem;

std::uint16_t port_in(const sockaddr* address) {
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, address, sizeof v6);
    return ntohs(v6.sin6_port);
  }
  sockaddr_in v4{};
  std::memcpy(&v4, address, sizeof v4);
  return ntohs(v4.sin_port);
}

std::string address_in(const sockaddr* address) {
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 v6{};
    std::memcpy(&v6, address, sizeof v6);
    asio::ip::address_v6::bytes_type bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return plain_address(asio::ip::address_v6(bytes).to_string());
  }
  sockaddr_in v4{};
  std::memcpy(&v4, address, sizeof v4);
  return asio::ip::address_v4(ntohl(v4.sin_addr.s_addr)).to_string();
}

// Boost's own exception is no std::system_error.
void require_success(const ErrorCode& error, const std::string& where) {
  if (error) throw std::system_error(error, where);
}

Acceptor bound(const Executor& executor, const Stream::endpoint& endpoint, const std::string& where) {
  Acceptor acceptor(executor);
  ErrorCode error;
  acceptor.open(endpoint.protocol(), error);
  require_success(error, where);
  // Unix sockets do without it and do not mind.
  acceptor.set_option(asio::socket_base::reuse_address(true), error);
  acceptor.bind(endpoint, error);
  require_success(error, where);
  return acceptor;
}

void begin_to_listen(Acceptor& acceptor, const std::string& where) {
  ErrorCode error;
  acceptor.listen(asio::socket_base::max_listen_connections, error);
  require_success(error, where);
}

void remove_if_stale(const std::string& path) {
  if (!fs::is_socket(fs::symlink_status(path))) return;
  asio::io_context context;
  asio::local::stream_protocol::socket probe(context);
  ErrorCode error;
  probe.connect(asio::local::stream_protocol::endpoint(path), error);
  // Only a refusal proves that nobody listens: a busy server answers otherwise.
  if (error != asio::error::connection_refused) {
    throw std::system_error(std::make_error_code(std::errc::address_in_use), path);
  }
  fs::remove(path);
}

}  // namespace

Acceptor listen_on_tcp(const Executor& executor, const std::string& address, std::uint16_t port) {
  ErrorCode error;
  const asio::ip::tcp::endpoint endpoint(asio::ip::make_address(address, error), port);
  require_success(error, address);
  Acceptor acceptor = bound(executor, endpoint, address);
  begin_to_listen(acceptor, address);
  return acceptor;
}

Acceptor listen_on_path(const Executor& executor, const std::string& path) {
  if (path.size() >= sizeof(sockaddr_un::sun_path)) {
    throw std::system_error(std::make_error_code(std::errc::filename_too_long), path);
  }
  remove_if_stale(path);
  Acceptor acceptor = bound(executor, asio::local::stream_protocol::endpoint(path), path);
  // Before listen(): until then nobody can connect, whatever the umask was.
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  begin_to_listen(acceptor, path);
  return acceptor;
}

std::uint16_t port_of(const Acceptor& acceptor) { return port_in(acceptor.local_endpoint().data()); }

std::string peer_of(const Socket& socket) {
  ErrorCode error;
  const Stream::endpoint peer = socket.remote_endpoint(error);
  if (error) return {};
  const int family = peer.data()->sa_family;
  return family == AF_INET || family == AF_INET6 ? address_in(peer.data()) : std::string(local_peer);
}

}  // namespace clocher::net
