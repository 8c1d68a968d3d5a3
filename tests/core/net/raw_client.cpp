// POSIX sockets: the client must not share a parser with the server.
#include "tests/core/net/raw_client.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace clocher::tests {
namespace {

constexpr std::chrono::seconds patience{10};

int connected(int family, const sockaddr* address, socklen_t size) {
  const int fd = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0 && ::connect(fd, address, size) == 0) return fd;
  const int cause = errno;
  if (fd >= 0) ::close(fd);
  throw std::system_error(cause, std::generic_category(), "connect");
}

std::size_t announced_length(std::string_view answer) {
  const std::string text = field_of(answer, "Content-Length");
  std::size_t length = 0;
  std::from_chars(text.data(), text.data() + text.size(), length);
  return length;
}

std::size_t head_size(std::string_view answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == std::string_view::npos ? end : end + 4;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socket_ = connected(AF_INET, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

RawClient::RawClient(const std::string& socket_path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  socket_path.copy(address.sun_path, sizeof address.sun_path - 1);
  socket_ = connected(AF_UNIX, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

RawClient::~RawClient() { ::close(socket_); }

void RawClient::send(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void RawClient::end_sending() const { ::shutdown(socket_, SHUT_WR); }

bool RawClient::can_read(std::chrono::milliseconds time) const {
  pollfd wanted{socket_, POLLIN, 0};
  return ::poll(&wanted, 1, static_cast<int>(time.count())) == 1;
}

bool RawClient::receive() {
  if (!can_read(patience)) throw std::runtime_error("the server neither answers nor closes");
  std::array<char, 16 * 1024> bytes{};
  const ssize_t size = ::recv(socket_, bytes.data(), bytes.size(), 0);
  if (size <= 0) return false;
  received_.append(bytes.data(), static_cast<std::size_t>(size));
  return true;
}

std::string RawClient::read_answer(Body body) {
  while (head_size(received_) == std::string::npos) {
    if (!receive()) return std::exchange(received_, {});
  }
  const std::size_t head = head_size(received_);
  const std::size_t size = head + (body == Body::absent ? 0 : announced_length(received_.substr(0, head)));
  while (received_.size() < size && receive()) {
  }
  const std::string answer = received_.substr(0, size);
  received_.erase(0, size);
  return answer;
}

std::string RawClient::read_to_end() {
  while (receive()) {
  }
  return std::exchange(received_, {});
}

int status_of(std::string_view answer) {
  int status = 0;
  if (answer.starts_with("HTTP/1.1 ") && answer.size() >= 12)
    std::from_chars(answer.data() + 9, answer.data() + 12, status);
  return status;
}

std::string field_of(std::string_view answer, std::string_view name) {
  const std::string_view head = answer.substr(0, head_size(answer));
  const std::size_t line = head.find("\r\n" + std::string(name) + ": ");
  if (line == std::string_view::npos) return {};
  const std::size_t value = line + 2 + name.size() + 2;
  return std::string(head.substr(value, head.find("\r\n", value) - value));
}

std::string body_of(std::string_view answer) {
  const std::size_t head = head_size(answer);
  return head == std::string_view::npos ? std::string() : std::string(answer.substr(head));
}

std::vector<int> statuses_of(std::string_view answers) {
  std::vector<int> statuses;
  while (!answers.empty()) {
    statuses.push_back(status_of(answers));
    const std::size_t head = head_size(answers);
    if (head == std::string_view::npos) return statuses;
    answers.remove_prefix(std::min(answers.size(), head + announced_length(answers.substr(0, head))));
  }
  return statuses;
}

}  // namespace clocher::tests
