// A client that sends bytes as they are and reads until the server closes: what a smuggler would use.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tests {

class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  explicit RawClient(const std::string& socket_path);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // Bytes that the server does not want any more are not an error.
  void send(std::string_view bytes) const;
  void end_sending() const;

  // True when the server has said something, or closed, before the time is over.
  [[nodiscard]] bool can_read(std::chrono::milliseconds time) const;

  // One answer: head and as much body as Content-Length says (none for HEAD). "" when the server has closed.
  enum class Body { as_announced, absent };
  [[nodiscard]] std::string read_answer(Body body = Body::as_announced);

  // All that still comes. Throws when the server has not closed after ten seconds: the guard of a broken test, never
  // a measure.
  [[nodiscard]] std::string read_to_end();

 private:
  [[nodiscard]] bool receive();

  int socket_ = -1;
  std::string received_;
};

// "HTTP/1.1 404 Not Found..." -> 404; 0 when it is no answer.
[[nodiscard]] int status_of(std::string_view answer);

// The value of a field of an answer, "" when absent. `name` as the server writes it.
[[nodiscard]] std::string field_of(std::string_view answer, std::string_view name);

[[nodiscard]] std::string body_of(std::string_view answer);

// The statuses of answers that follow one another, 100 included.
[[nodiscard]] std::vector<int> statuses_of(std::string_view answers);

}  // namespace clocher::tests
