// What the server asks of the product: an answer for each request, and the look of its own refusals.
#pragma once

#include "core/http/message.hpp"

#include <cstddef>
#include <optional>

namespace clocher::net {

class Handler {
 public:
  virtual ~Handler() = default;

  // I/O thread, head only, before any body byte is read: how many body bytes this request may have. Must not block.
  [[nodiscard]] virtual std::size_t body_limit_bytes(const http::Request& head) = 0;

  // I/O thread: an answer that needs no waiting (a cached page), or nothing. Must not block.
  [[nodiscard]] virtual std::optional<http::Response> answer_at_once(const http::Request& request) = 0;

  // Worker thread: never throws (the catch-all is inside).
  [[nodiscard]] virtual http::Response handle(http::Request request) = 0;

  // I/O thread: the answer for a request that the server refuses by itself (400, 405, 408, 413, 414, 417, 431, 500,
  // 501, 503), with the same look as the product's. `head` holds what was understood: perhaps only the id and the
  // remote address. Must not block.
  [[nodiscard]] virtual http::Response refuse(const http::Request& head, int status) = 0;
};

}  // namespace clocher::net
