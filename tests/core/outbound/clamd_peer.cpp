// Reads the chunks of a stream, judges them whole.
#include "tests/core/outbound/clamd_peer.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string_view>

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
    throw std::runtime_error("clamd peer: cannot listen");
  port = ntohs(address.sin_port);
  return listener;
}

std::optional<std::string> read_exactly(int connection, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t got = 0;
  while (got < size) {
    const auto part = recv(connection, bytes.data() + got, size - got, 0);
    if (part <= 0) return std::nullopt;
    got += static_cast<std::size_t>(part);
  }
  return bytes;
}

std::string read_command(int connection) {
  std::string command;
  for (auto next = read_exactly(connection, 1); next && *next != std::string(1, '\0');
       next = read_exactly(connection, 1))
    command += *next;
  return command;
}

std::optional<std::string> read_stream(int connection) {
  std::string all;
  while (const auto head = read_exactly(connection, 4)) {
    std::uint32_t size = 0;
    for (const char c : *head) size = size << 8U | static_cast<unsigned char>(c);
    if (size == 0) return all;
    const auto chunk = read_exactly(connection, size);
    if (!chunk) return std::nullopt;
    all += *chunk;
  }
  return std::nullopt;
}

void say(int connection, std::string_view text) {
  const std::string answer = std::string(text) + '\0';
  static_cast<void>(send(connection, answer.data(), answer.size(), MSG_NOSIGNAL));
}

}  // namespace

std::string eicar() {
  return std::string("X5O!P%@AP[4\\PZX54(P^)7CC)7}") + "$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";
}

ClamdPeer::ClamdPeer(Manner manner)
    : manner_(manner), listener_(listen_on_loopback(port_)), thread_([this] { serve(); }) {}

ClamdPeer::~ClamdPeer() {
  shutdown(listener_, SHUT_RDWR);  // wakes accept()
  thread_.join();
  close(listener_);
}

void ClamdPeer::serve() {
  for (int connection = accept(listener_, nullptr, nullptr); connection >= 0;
       connection = accept(listener_, nullptr, nullptr)) {
    converse(connection);
    close(connection);
  }
}

void ClamdPeer::converse(int connection) {
  if (manner_ == Manner::closes_early) return;
  const std::string command = read_command(connection);
  if (manner_ == Manner::is_silent) {
    static_cast<void>(read_stream(connection));
    static_cast<void>(read_exactly(connection, 1));  // until the client gives up
    return;
  }
  if (command == "zPING") return say(connection, "PONG");
  const auto stream = read_stream(connection);
  ++scans_;
  if (manner_ == Manner::refuses) return say(connection, "INSTREAM size limit exceeded. ERROR");
  const bool is_virus = stream && stream->find("EICAR-STANDARD-ANTIVIRUS-TEST-FILE") != std::string::npos;
  say(connection, is_virus ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
}

}  // namespace clocher::outbound
