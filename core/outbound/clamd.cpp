// A blocking conversation on a non-blocking socket, with one deadline for all of it.
#include "core/outbound/clamd.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace clocher::outbound {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t chunk_bytes = 64 * 1024;
constexpr std::size_t longest_answer = 1024;

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

std::optional<Address> unix_address(const std::string& path) {
  Address address;
  sockaddr_un unix_socket{};
  if (path.size() >= sizeof(unix_socket.sun_path)) return std::nullopt;
  unix_socket.sun_family = AF_UNIX;
  std::memcpy(unix_socket.sun_path, path.c_str(), path.size() + 1);
  std::memcpy(&address.storage, &unix_socket, sizeof unix_socket);
  address.size = sizeof unix_socket;
  return address;
}

std::optional<Address> internet_address(std::string host, std::uint16_t port) {
  std::erase_if(host, [](char c) { return c == '[' || c == ']'; });
  Address address;
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(port);
  if (inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1) {
    std::memcpy(&address.storage, &four, sizeof four);
    address.size = sizeof four;
    return address;
  }
  sockaddr_in6 six{};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  if (inet_pton(AF_INET6, host.c_str(), &six.sin6_addr) != 1) return std::nullopt;
  std::memcpy(&address.storage, &six, sizeof six);
  address.size = sizeof six;
  return address;
}

std::optional<Address> parse(const std::string& socket) {
  if (socket.starts_with("unix:")) return unix_address(socket.substr(5));
  const std::size_t colon = socket.rfind(':');
  if (colon == std::string::npos) return std::nullopt;
  return internet_address(socket.substr(0, colon), static_cast<std::uint16_t>(std::atoi(socket.c_str() + colon + 1)));
}

Failure unreachable(const std::string& reason) {
  return fail(ErrorKind::unavailable, "scan.unreachable", {{"reason", reason}});
}
Failure unreachable(int code) { return unreachable(std::generic_category().message(code)); }

class Conversation {
 public:
  explicit Conversation(std::chrono::milliseconds patience) : deadline_(Clock::now() + patience) {}
  ~Conversation() {
    if (socket_ >= 0) close(socket_);
  }
  Conversation(const Conversation&) = delete;
  Conversation& operator=(const Conversation&) = delete;

  Result<void> open(const Address& address) {
    socket_ = socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (socket_ < 0) return unreachable(errno);
    if (connect(socket_, reinterpret_cast<const sockaddr*>(&address.storage), address.size) == 0) return {};
    if (errno != EINPROGRESS) return unreachable(errno);
    if (const auto ready = wait(POLLOUT); !ready) return ready;
    int code = 0;
    socklen_t size = sizeof code;
    getsockopt(socket_, SOL_SOCKET, SO_ERROR, &code, &size);
    if (code != 0) return unreachable(code);
    return {};
  }

  Result<void> say(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent > 0) {
        bytes.remove_prefix(static_cast<std::size_t>(sent));
      } else if (errno == EAGAIN || errno == EINTR) {
        if (const auto ready = wait(POLLOUT); !ready) return ready;
      } else {
        return unreachable(errno);
      }
    }
    return {};
  }

  // Up to the NUL that ends it.
  Result<std::string> hear() {
    std::string answer;
    std::array<char, 512> part{};
    while (answer.size() < longest_answer) {
      const ssize_t got = recv(socket_, part.data(), part.size(), 0);
      if (got == 0) return unreachable("connection closed");
      if (got < 0) {
        if (errno != EAGAIN && errno != EINTR) return unreachable(errno);
        if (const auto ready = wait(POLLIN); !ready) return fail(ready.error());
        continue;
      }
      answer.append(part.data(), static_cast<std::size_t>(got));
      if (const std::size_t end = answer.find('\0'); end != std::string::npos) return answer.substr(0, end);
    }
    return unreachable("answer too long");
  }

 private:
  Result<void> wait(short event) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
    pollfd watched{socket_, event, 0};
    const int ready = left <= 0 ? 0 : poll(&watched, 1, static_cast<int>(left));
    if (ready < 0 && errno != EINTR) return unreachable(errno);
    if (ready == 0) return unreachable(ETIMEDOUT);
    return {};
  }

  int socket_ = -1;
  Clock::time_point deadline_;
};

std::string size_prefix(std::size_t size) {
  const auto byte = [&](unsigned shift) { return static_cast<char>((size >> shift) & 0xFFU); };
  return {byte(24), byte(16), byte(8), byte(0)};
}

// A refusal is said in the middle of the stream, so the answer is read even when clamd no longer listens.
Result<std::string> ask_about(Conversation& clamd, std::string_view bytes) {
  auto said = clamd.say(std::string_view("zINSTREAM\0", 10));
  for (std::size_t at = 0; at < bytes.size() && said; at += chunk_bytes) {
    const std::string_view chunk = bytes.substr(at, chunk_bytes);
    said = clamd.say(size_prefix(chunk.size()));
    if (said) said = clamd.say(chunk);
  }
  if (said) said = clamd.say(size_prefix(0));
  auto answer = clamd.hear();
  if (!answer && !said) return fail(said.error());
  return answer;
}

Result<ScanAnswer> judge(const std::string& answer) {
  constexpr std::string_view start = "stream: ", found = " FOUND";
  if (answer == "stream: OK") return ScanAnswer{};
  if (answer.starts_with(start) && answer.ends_with(found) && answer.size() > start.size() + found.size())
    return ScanAnswer{one_line(answer.substr(start.size(), answer.size() - start.size() - found.size()))};
  return fail(ErrorKind::unavailable, "scan.refused", {{"answer", one_line(answer.substr(0, 200))}});
}

}  // namespace

Result<ScanAnswer> Clamd::scan(std::string_view bytes) const {
  const auto address = parse(socket_);
  if (!address) return unreachable(EINVAL);
  Conversation clamd(patience_);
  if (const auto open = clamd.open(*address); !open) return fail(open.error());
  const auto answer = ask_about(clamd, bytes);
  if (!answer) return fail(answer.error());
  return judge(*answer);
}

Result<void> Clamd::ping() const {
  const auto address = parse(socket_);
  if (!address) return unreachable(EINVAL);
  Conversation clamd(patience_);
  if (auto open = clamd.open(*address); !open) return open;
  if (auto said = clamd.say(std::string_view("zPING\0", 6)); !said) return said;
  const auto answer = clamd.hear();
  if (!answer) return fail(answer.error());
  if (*answer != "PONG") return unreachable("not clamd");
  return {};
}

}  // namespace clocher::outbound
