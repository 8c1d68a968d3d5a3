// The commune's profile, unsent mails, and the description of the API.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "core/http/serve_asset.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::api::agent {
namespace {

json::Object commune_data(const Context& context, const tenants::Profile& profile) {
  return {{"insee", profile.insee},
          {"siren", profile.siren},
          {"name", profile.name},
          {"department", profile.department_name},
          {"epci", profile.epci_name},
          {"population", profile.population},
          {"site_url", context.tenant.identity().site_url},
          {"address", profile.address},
          {"postcode", profile.postcode},
          {"city", profile.city},
          {"phone", profile.phone},
          {"email", profile.email},
          {"hours", tenants::to_json(profile.hours)},
          {"hours_confirmed", profile.hours_confirmed_at.has_value()},
          {"mayor_name", profile.mayor_name},
          {"updated_at", profile.updated_at.seconds}};
}

}  // namespace

Result<http::Response> read_commune(Context& context) {
  return json_response(
      200, commune_data(context, context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); })));
}

Result<http::Response> save_commune(Context& context) {
  auto body = JsonBody::read(context.request, {"address", "postcode", "city", "phone", "email", "hours",
                                               "hours_confirmed", "mayor_name"});
  if (!body) return fail(body.error());
  tenants::ProfileInput input{body->text("address"),
                              body->text("postcode"),
                              body->text("city"),
                              body->text("phone"),
                              body->text("email"),
                              {},
                              body->boolean("hours_confirmed"),
                              body->text("mayor_name")};
  auto hours = tenants::parse_hours(body->array("hours"));
  if (!hours) {
    for (FieldError& error : hours.error().fields) body->note(std::move(error));
  }
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  input.hours = std::move(*hours);
  const auto saved = tenants::save_profile(context.tenant, context.actor(), input, context.now);
  if (!saved) return fail(saved.error());
  return json_response(200, commune_data(context, *saved));
}

Result<http::Response> read_description(Context& context) {
  const http::Asset* description = http::find_asset("api/openapi.json");
  if (description == nullptr) return fail(ErrorKind::not_found, "request.not_found");
  return http::serve_asset(*description, http::Lifetime::revalidated, context.request);
}

}  // namespace clocher::api::agent
