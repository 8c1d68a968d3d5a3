// The bytes before a response's body: status line and fields, with the length always right.
#pragma once

#include "core/http/message.hpp"

#include <string>
#include <string_view>

namespace clocher::net {

enum class Persistence { keep_alive, close };

// False for 204 and 304, and for every answer to HEAD.
[[nodiscard]] bool sends_body(http::Method method, int status);

// Ends with the empty line. Content-Length, Connection and Date are set here, whatever the response says of them.
// Throws std::invalid_argument when the status is not final (200-599) or a value holds a control character: a header
// that could be split must never leave.
[[nodiscard]] std::string response_head(const http::Response& response, Persistence persistence, std::string_view date);

}  // namespace clocher::net
