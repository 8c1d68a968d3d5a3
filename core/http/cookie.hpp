// Cookies: host-only and hidden from scripts, under the __Host- prefix wherever there is TLS.
#pragma once

#include "core/http/message.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::http {

// How residents reach us. plain_http is for development only: browsers refuse __Host- and Secure there.
enum class Transport { https, plain_http };

enum class SameSite { lax, strict };

struct CookieName {
  std::string_view name;  // "session"
  Transport transport = Transport::https;
};

struct CookieOptions {
  SameSite same_site = SameSite::lax;
  std::optional<std::int64_t> max_age_seconds;  // none: until the browser closes
};

// nullopt when absent, when sent twice (someone else set one of them) or when its value holds a character that no cookie
// of ours has. Over https only the prefixed name counts, which no sibling host can set.
[[nodiscard]] std::optional<std::string> read_cookie(const Request& request, CookieName cookie);

// The value of a Set-Cookie header: add it with Headers::add. `value` holds only RFC 6265 cookie octets, else throws
// std::invalid_argument: encode first.
[[nodiscard]] std::string set_cookie(CookieName cookie, std::string_view value, CookieOptions options = {});
[[nodiscard]] std::string delete_cookie(CookieName cookie);

}  // namespace clocher::http
