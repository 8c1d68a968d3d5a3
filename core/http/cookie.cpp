// Reads the Cookie header (RFC 6265 4.2.1) and writes Set-Cookie (4.1.1).
#include "core/http/cookie.hpp"

#include "core/base/text.hpp"
#include "core/http/token.hpp"

#include <algorithm>
#include <stdexcept>

namespace clocher::http {
namespace {

bool is_cookie_octet(char c) { return c > ' ' && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\'; }

bool is_cookie_value(std::string_view value) { return std::all_of(value.begin(), value.end(), is_cookie_octet); }

std::string wire_name(CookieName cookie) {
  if (cookie.name.empty() || !std::all_of(cookie.name.begin(), cookie.name.end(), is_token_character)) {
    throw std::invalid_argument("cookie: bad name");
  }
  return (cookie.transport == Transport::https ? "__Host-" : "") + std::string(cookie.name);
}

std::string_view trim_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

}  // namespace

std::optional<std::string> read_cookie(const Request& request, CookieName cookie) {
  const std::string wanted = wire_name(cookie);
  std::optional<std::string> found;
  for (const auto& [header, text] : request.headers.all()) {
    if (!equals_ignoring_case(header, "Cookie")) continue;
    for (const std::string_view pair : split(text, ';')) {
      const std::size_t equals = pair.find('=');
      if (equals == std::string_view::npos || trim_blanks(pair.substr(0, equals)) != wanted) continue;
      if (found) return std::nullopt;
      found = trim_blanks(pair.substr(equals + 1));
    }
  }
  if (found && !is_cookie_value(*found)) return std::nullopt;
  return found;
}

std::string set_cookie(CookieName cookie, std::string_view value, CookieOptions options) {
  if (!is_cookie_value(value)) throw std::invalid_argument("cookie: value must be encoded first");
  std::string text = wire_name(cookie) + "=" + std::string(value) + "; Path=/; HttpOnly";
  if (cookie.transport == Transport::https) text += "; Secure";
  text += options.same_site == SameSite::strict ? "; SameSite=Strict" : "; SameSite=Lax";
  if (options.max_age_seconds) text += "; Max-Age=" + std::to_string(*options.max_age_seconds);
  return text;
}

std::string delete_cookie(CookieName cookie) { return set_cookie(cookie, "", {SameSite::lax, 0}); }

}  // namespace clocher::http
