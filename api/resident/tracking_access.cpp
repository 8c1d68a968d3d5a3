// Signed cookies for following a dossier.
#include "api/resident/tracking_access.hpp"

#include "api/cookie_names.hpp"
#include "core/http/cookie.hpp"
#include "core/security/jwt.hpp"

namespace clocher::api::resident {
namespace {

constexpr std::int64_t access_seconds = 2 * one_hour;
constexpr const char* issuer = "clocher";
constexpr const char* type = "suivi";

http::CookieName cookie(const Context& context) { return {cookies::tracking, context.tools.transport()}; }

}  // namespace

void grant_tracking(const Context& context, Id<dossiers::Dossier> dossier, http::Response& response) {
  const std::string token = security::issue_jwt(
      {issuer, context.tenant.insee(), std::to_string(dossier.value), type, context.now, context.now + access_seconds},
      context.tools.secret_key);
  response.headers.add("Set-Cookie", http::set_cookie(cookie(context), token, {http::SameSite::lax, access_seconds}));
}

void revoke_tracking(const Context& context, http::Response& response) {
  response.headers.add("Set-Cookie", http::delete_cookie(cookie(context)));
}

std::optional<Id<dossiers::Dossier>> tracked_dossier(const Context& context) {
  const auto token = http::read_cookie(context.request, cookie(context));
  if (!token) return std::nullopt;
  const auto claims =
      security::verify_jwt(*token, {issuer, context.tenant.insee(), type}, context.tools.secret_key, context.now);
  return claims ? parse_id<dossiers::Dossier>(claims->subject) : std::nullopt;
}

}  // namespace clocher::api::resident
