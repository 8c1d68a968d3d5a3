// Serialises by hand: one string, no second copy of the body.
#include "core/net/response_head.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace clocher::net {
namespace {

using namespace std::string_view_literals;

bool has_no_body(int status) { return status == 204 || status == 304; }

// What only the server knows; a handler that sets one is not believed.
bool belongs_to_server(std::string_view name) {
  constexpr std::array names{"content-length"sv, "connection"sv, "date"sv,    "transfer-encoding"sv,
                             "keep-alive"sv,     "server"sv,     "trailer"sv, "upgrade"sv};
  return std::ranges::any_of(names, [&](std::string_view own) { return http::equals_ignoring_case(name, own); });
}

bool is_field_value(std::string_view value) {
  return std::ranges::none_of(value, [](char c) { return (c >= 0 && c < 0x20 && c != '\t') || c == 0x7f; });
}

void append(std::string& text, std::string_view name, std::string_view value) {
  text.append(name).append(": ").append(value).append("\r\n");
}

}  // namespace

bool sends_body(http::Method method, int status) { return method != http::Method::head && !has_no_body(status); }

std::string response_head(const http::Response& response, Persistence persistence, std::string_view date) {
  if (response.status < 200 || response.status > 599) throw std::invalid_argument("response status is not final");
  std::string text;
  text.reserve(512);
  text.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  text.append(http::reason_phrase(response.status)).append("\r\n");
  append(text, "Date", date);
  for (const auto& [name, value] : response.headers.all()) {
    if (belongs_to_server(name)) continue;
    if (!is_field_value(value)) throw std::invalid_argument("control character in response field " + name);
    append(text, name, value);
  }
  if (!has_no_body(response.status)) append(text, "Content-Length", std::to_string(response.payload().size()));
  if (persistence == Persistence::close) append(text, "Connection", "close");
  return text.append("\r\n");
}

}  // namespace clocher::net
