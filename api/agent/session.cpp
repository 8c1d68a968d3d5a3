// Signing in and out of the administration.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/cookie_names.hpp"
#include "api/respond.hpp"
#include "core/http/cookie.hpp"
#include "tenants/commune_record.hpp"
#include "tenants/people/address.hpp"
#include "tenants/people/agent_session.hpp"
#include "tenants/site/first_steps.hpp"

namespace clocher::api::agent {
namespace {

http::CookieName session_cookie(const Context& context) { return {cookies::session, context.tools.transport()}; }

json::Object session_data(Context& context, const tenants::Agent& agent) {
  const auto [profile, steps] = context.tenant.read(
      [](db::ReadTx& tx) { return std::pair(tenants::read_profile(tx), tenants::read_first_steps(tx)); });
  const bool is_space = tenants::is_epci_space(profile.insee);
  return {{"is_new", !is_space && steps.state == tenants::FirstStepsState::fresh},
          {"agent",
           json::Object{{"id", agent.id.value}, {"name", agent.name}, {"email", agent.email}, {"role", agent.role}}},
          {"commune", json::Object{{"insee", profile.insee},
                                   {"kind", is_space ? "epci" : "commune"},
                                   {"name", profile.name},
                                   {"department", profile.department_name},
                                   {"epci", profile.epci_name},
                                   {"population", profile.population},
                                   {"site_url", context.tenant.identity().site_url}}}};
}

}  // namespace

Result<http::Response> read_session(Context& context) {
  return json_response(200, session_data(context, context.agent()));
}

Result<http::Response> login(Context& context) {
  auto body = JsonBody::read(context.request, {"email", "password"});
  if (!body) return fail(body.error());
  const std::string email = body->text("email");
  const std::string password = body->text("password");
  if (const auto valid = body->check(); !valid) return fail(valid.error());

  const std::string account = tenants::normalize_mail_address(email);
  const security::Attempt attempt{"login", context.tenant.insee(), account, context.request.remote_address};
  if (const auto allowed = context.tools.throttle.begin(attempt); !allowed) return fail(allowed.error());
  auto signed_in = tenants::sign_in(context.tenant, email, password, context.tools.session_policy(), context.now);
  if (!signed_in) return fail(signed_in.error());
  context.tools.throttle.succeeded(attempt);

  http::Response response = json_response(200, session_data(context, signed_in->agent));
  response.headers.add("Set-Cookie",
                       http::set_cookie(session_cookie(context), signed_in->token,
                                        {http::SameSite::strict, context.tools.session_policy().longest_seconds}));
  return response;
}

Result<http::Response> logout(Context& context) {
  if (const auto token = http::read_cookie(context.request, session_cookie(context))) {
    tenants::sign_out(context.tenant, *token, context.now);
  }
  http::Response response = http::no_content();
  response.headers.add("Set-Cookie", http::delete_cookie(session_cookie(context)));
  return response;
}

}  // namespace clocher::api::agent
