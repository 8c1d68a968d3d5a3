// The server side of RFC 5321, as far as the tests need it.
#include "tests/core/outbound/smtp_peer.hpp"

#include <array>
#include <optional>
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
  if (bind(listener, generic, size) != 0 || listen(listener, 1) != 0 || getsockname(listener, generic, &size) != 0)
    throw std::runtime_error("smtp peer: cannot listen");
  port = ntohs(address.sin_port);
  return listener;
}

class Lines {
 public:
  explicit Lines(int connection) : connection_(connection) {}

  // Without the line end; nullopt when the client has left.
  std::optional<std::string> next() {
    for (auto end = buffer_.find("\r\n");; end = buffer_.find("\r\n")) {
      if (end != std::string::npos) {
        std::string line = buffer_.substr(0, end);
        buffer_.erase(0, end + 2);
        return line;
      }
      std::array<char, 4096> chunk{};
      const auto size = recv(connection_, chunk.data(), chunk.size(), 0);
      if (size <= 0) return std::nullopt;
      buffer_.append(chunk.data(), static_cast<std::size_t>(size));
    }
  }

 private:
  int connection_;
  std::string buffer_;
};

}  // namespace

SmtpPeer::SmtpPeer(SmtpScript script)
    : script_(std::move(script)), listener_(listen_on_loopback(port_)), thread_([this] { serve(); }) {}

SmtpPeer::~SmtpPeer() {
  shutdown(listener_, SHUT_RDWR);  // wakes accept() when nobody came
  finish();
  close(listener_);
}

void SmtpPeer::finish() {
  if (thread_.joinable()) thread_.join();
}

const std::vector<std::string>& SmtpPeer::commands() {
  finish();
  return commands_;
}

const std::string& SmtpPeer::mail() {
  finish();
  return mail_;
}

void SmtpPeer::serve() {
  const int connection = accept(listener_, nullptr, nullptr);
  if (connection < 0) return;
  const timeval limit{10, 0};  // a client that hangs fails its test instead of stopping all
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  converse(connection);
  close(connection);
}

void SmtpPeer::converse(int connection) {
  Lines lines(connection);
  const auto answer = [&](const std::string& command, const std::string& usual) {
    const auto scripted = script_.find(command);
    const std::string text = (scripted == script_.end() ? usual : scripted->second) + "\r\n";
    send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    return text.front() == '2' || text.front() == '3';
  };
  answer("", "220 peer ready");
  for (auto line = lines.next(); line; line = lines.next()) {
    commands_.push_back(*line);
    const std::string command = line->substr(0, 4);
    if (command == "DATA" && answer("DATA", "354 go on")) {
      for (line = lines.next(); line && *line != "."; line = lines.next()) mail_ += *line + "\r\n";
      answer(".", "250 kept");
    } else if (command == "QUIT") {
      answer("QUIT", "221 bye");
      return;
    } else if (command != "DATA") {
      answer(command, "250 ok");
    }
  }
}

int closed_port() {
  int port = 0;
  close(listen_on_loopback(port));
  return port;
}

}  // namespace clocher::outbound
