// One request per connection, read up to its empty line.
#include "tests/core/outbound/http_peer.hpp"

#include <array>
#include <stdexcept>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace clocher::outbound {
namespace {

int listen_on_loopback(int& port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const generic = reinterpret_cast<sockaddr*>(&address);
  if (bind(listener, generic, size) != 0 || listen(listener, 8) != 0 || getsockname(listener, generic, &size) != 0)
    throw std::runtime_error("http peer: cannot listen");
  port = ntohs(address.sin_port);
  return listener;
}

std::string read_head(int connection) {
  std::string head;
  while (head.find("\r\n\r\n") == std::string::npos) {
    std::array<char, 4096> chunk{};
    const auto size = recv(connection, chunk.data(), chunk.size(), 0);
    if (size <= 0) break;
    head.append(chunk.data(), static_cast<std::size_t>(size));
  }
  return head;
}

}  // namespace

HttpPeer::HttpPeer(HttpScript script)
    : script_(std::move(script)), listener_(listen_on_loopback(port_)), thread_([this] { serve(); }) {}

HttpPeer::~HttpPeer() {
  stop();
  close(listener_);
}

void HttpPeer::stop() {
  shutdown(listener_, SHUT_RDWR);  // wakes accept()
  if (thread_.joinable()) thread_.join();
}

std::string HttpPeer::url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

const std::vector<std::string>& HttpPeer::asked() {
  stop();
  return asked_;
}

void HttpPeer::serve() {
  for (int connection = accept(listener_, nullptr, nullptr); connection >= 0;
       connection = accept(listener_, nullptr, nullptr)) {
    const timeval limit{10, 0};
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    const std::string head = read_head(connection);
    const std::string asked = head.substr(0, head.find(" HTTP/"));
    asked_.push_back(asked);
    const auto scripted = script_.find(asked);
    const std::string answer = "HTTP/1.1 " + (scripted == script_.end() ? "404 Not Found" : scripted->second) +
                               "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    send(connection, answer.data(), answer.size(), MSG_NOSIGNAL);
    close(connection);
  }
}

}  // namespace clocher::outbound
