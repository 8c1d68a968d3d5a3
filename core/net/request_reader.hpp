// Bytes in, checked requests out, one after the other on the same connection. Knows no socket.
#pragma once

#include "core/http/message.hpp"
#include "core/net/limits.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

namespace clocher::net {

class RequestReader {
 public:
  enum class Step { need_more, complete, refused };

  struct Room {
    char* data;
    std::size_t size_bytes;
  };

  explicit RequestReader(const Limits& limits);
  ~RequestReader();
  RequestReader(const RequestReader&) = delete;
  RequestReader& operator=(const RequestReader&) = delete;

  // Where the next bytes of the peer go, then how many came. Room is never empty after Step::need_more.
  [[nodiscard]] Room room();
  void commit(std::size_t size_bytes);

  // Bytes that no request has used yet: a request that began, or those sent after a refusal.
  [[nodiscard]] bool has_bytes() const;
  void discard_bytes();

  // Called until it is no longer need_more. Complete: `request` holds the head, still without body, id or address.
  [[nodiscard]] Step read_head(http::Request& request);

  // Then, once, how long the body may be: refused (413) when its announced length is more.
  [[nodiscard]] Step begin_body(std::size_t limit_bytes);

  // Called until it is no longer need_more. Complete: request.body holds the body.
  [[nodiscard]] Step read_body(http::Request& request);

  // Bytes in memory for the body that is being read, framing included.
  [[nodiscard]] std::size_t body_bytes() const;

  // A rule of the caller's is broken: status() from now on.
  Step refuse(int status);

  // The memory of a body that will not be read to its end; next() may not follow.
  void discard_body();

  // Ready for the next request, which may already have come.
  void next();

  // Why the last step was refused: the status to answer before closing.
  [[nodiscard]] int status() const;

  // Of the head that is complete.
  [[nodiscard]] bool wants_close() const;     // Connection: close, or HTTP/1.0
  [[nodiscard]] bool wants_continue() const;  // waits for 100 before it sends the body
  [[nodiscard]] std::optional<std::uint64_t> content_length() const;
  [[nodiscard]] bool has_body() const;

 private:
  struct Parser;
  const Limits& limits_;
  std::unique_ptr<Parser> parser_;
};

}  // namespace clocher::net
