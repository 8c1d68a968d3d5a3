// HTTP requests and responses as plain values: what handlers see instead of Beast's types.
#pragma once

#include "core/base/clock.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::http {

enum class Method { get, head, post, put, patch, delete_, options };

[[nodiscard]] std::string_view to_string(Method method);
[[nodiscard]] std::optional<Method> parse_method(std::string_view text);
[[nodiscard]] constexpr bool is_safe(Method method) {
  return method == Method::get || method == Method::head || method == Method::options;
}

// For header names and tokens: ASCII letters only.
[[nodiscard]] bool equals_ignoring_case(std::string_view left, std::string_view right);

// Field names are compared without regard to case; the first of equal names wins.
// A name that is not a token, or a value with CR, LF or NUL, throws std::invalid_argument.
class Headers {
 public:
  [[nodiscard]] std::string_view get(std::string_view name) const;  // "" when absent
  [[nodiscard]] bool has(std::string_view name) const;
  void set(std::string name, std::string value);  // replaces
  void add(std::string name, std::string value);  // appends, e.g. Set-Cookie
  void remove(std::string_view name);             // all of that name
  [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
  Method method = Method::get;
  std::string path = "/";  // percent-decoded, valid UTF-8, begins with '/', without "." or ".." segments
  std::string query;       // raw, without '?'
  std::string host;        // lower case, without port and trailing dot; from Host only (the guard made it unique)
  Headers headers;
  std::string body;
  std::string remote_address;  // of the client; taken from X-Forwarded-For only behind a trusted proxy
  std::string id;              // request id, 16 hexadecimal digits; also in logs and on error pages
};

struct Response {
  int status = 200;
  Headers headers;
  std::string body;
  // Bytes owned by a cache or by the binary: sent instead of `body` when set.
  std::shared_ptr<const std::string> shared_body;
  std::string_view static_body;

  [[nodiscard]] std::string_view payload() const {
    if (shared_body) return *shared_body;
    return static_body.empty() ? std::string_view(body) : static_body;
  }
};

[[nodiscard]] std::string_view reason_phrase(int status);

// Builders. `location` must be a path of this site or a URL that we made; "//host" and the like throw std::invalid_argument.
[[nodiscard]] Response html(int status, std::string body);
[[nodiscard]] Response json_text(int status, std::string body);
[[nodiscard]] Response plain_text(int status, std::string body);
[[nodiscard]] Response see_other(std::string location);
[[nodiscard]] Response no_content();

// Splits a request target into path and query; nullopt when it is not origin-form, holds control or non-ASCII
// characters, a fragment or backslash, or when its path holds a bad escape, an encoded control character, slash or
// backslash, invalid UTF-8, or a "." or ".." segment. "//" is kept as it is: an empty segment that no route matches.
[[nodiscard]] std::optional<std::pair<std::string, std::string>> parse_target(std::string_view target);

}  // namespace clocher::http
