// The order of trust: what the browser says of the site, then the origin, then our own token.
#include "core/security/csrf.hpp"

#include "core/security/crypto.hpp"

namespace clocher::security {

std::string form_token(std::string_view secret, std::string_view cookie_value) {
  return authenticate_hex(secret, "csrf\n" + std::string(cookie_value));
}

bool is_from_own_page(const http::Request& request, const CsrfCheck& check) {
  if (http::is_safe(request.method)) return true;
  if (request.headers.has("Sec-Fetch-Site")) return request.headers.get("Sec-Fetch-Site") == "same-origin";
  // "null" (sandboxed frames, some redirects) is never ours.
  if (request.headers.has("Origin")) return request.headers.get("Origin") == check.own_origin;
  if (check.cookie_value.empty()) return true;
  return equal_in_constant_time(check.form_token, form_token(check.secret, check.cookie_value));
}

}  // namespace clocher::security
