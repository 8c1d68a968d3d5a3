// What the town hall says of itself beyond its address: exceptional hours, look, legal facts, accessibility declaration.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/frame.hpp"
#include "api/respond.hpp"
#include "core/base/holidays.hpp"
#include "tenants/site/legal.hpp"
#include "tenants/site/look.hpp"

namespace clocher::api::agent {
namespace {

tenants::Profile profile_of(Context& context) {
  return context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
}

json::Array next_holidays(const tenants::Profile& profile, Date today) {
  json::Array list;
  const int year = static_cast<int>(today.year());
  for (const int each : {year, year + 1}) {
    for (const Holiday& holiday : holidays_of(each, profile.department_code)) {
      if (holiday.date < today || holiday.date > today + std::chrono::years(1)) continue;
      list.push_back(json::Object{{"date", to_iso(holiday.date)}, {"name", std::string(holiday.name)}});
    }
  }
  return list;
}

json::Object exceptions_data(const tenants::Profile& profile, Instant now) {
  const Date today = to_local(now).date;
  std::vector<tenants::HoursException> coming;
  for (const auto& exception : profile.exceptions)
    if (exception.last_day >= today) coming.push_back(exception);
  json::Array notices;
  for (const std::string& notice : opening_notices(opening_of(profile), today)) notices.push_back(json::Value(notice));
  return {{"open_on_holidays", profile.holidays == tenants::HolidayRule::usual_hours},
          {"exceptions", tenants::to_json(coming)},
          {"holidays", next_holidays(profile, today)},
          {"notices", std::move(notices)}};
}

json::Value id_or_null(std::optional<std::int64_t> id) { return id ? json::Value(*id) : json::Value(nullptr); }

json::Object look_data(const tenants::Profile& profile) {
  return {{"theme", profile.theme},
          {"accent", profile.accent},
          {"logo_id", id_or_null(profile.logo_id)},
          {"hero_id", id_or_null(profile.hero_id)},
          {"welcome", profile.welcome}};
}

// `platform_host` is what every commune's legal notice says of the host: "" when the operator has not said it.
json::Object legal_data(const Context& context, const tenants::Profile& profile) {
  const Config& config = context.tools.config;
  const std::int64_t uncredited =
      context.tenant.read([&](db::ReadTx& tx) { return tenants::count_uncredited_pictures(tx, profile); });
  return {{"mayor_name", profile.mayor_name},
          {"publication_director", profile.publication_director},
          {"dpo_contact", profile.dpo_contact},
          {"host", profile.host},
          {"platform_host", config.hosting_name},
          {"photo_credits", profile.photo_credits},
          {"uncredited_pictures", uncredited},
          {"licence", profile.licence}};
}

json::Object declaration_data(const Tools& tools, const tenants::Profile& profile) {
  const tenants::Declaration declaration = profile.declaration.value_or(tenants::Declaration());
  json::Object data = to_json(declaration);
  const auto end = valid_until(declaration);
  data["state_label"] = conformity_text(tools, profile);
  data["rate"] = rate_text(declaration);
  data["valid_until"] = end ? to_iso(*end) : "";
  return data;
}

}  // namespace

Result<http::Response> read_exceptions(Context& context) {
  return json_response(200, exceptions_data(profile_of(context), context.now));
}

Result<http::Response> save_exceptions(Context& context) {
  auto body = JsonBody::read(context.request, {"open_on_holidays", "exceptions"});
  if (!body) return fail(body.error());
  tenants::ExceptionsInput input;
  if (body->boolean("open_on_holidays")) input.holidays = tenants::HolidayRule::usual_hours;
  auto exceptions = tenants::parse_exceptions(body->array("exceptions"));
  if (!exceptions) {
    for (FieldError& error : exceptions.error().fields) body->note(std::move(error));
  }
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  input.exceptions = std::move(*exceptions);
  const auto saved = tenants::save_exceptions(context.tenant, context.actor(), input, context.now);
  if (!saved) return fail(saved.error());
  return json_response(200, exceptions_data(profile_of(context), context.now));
}

Result<http::Response> read_look(Context& context) { return json_response(200, look_data(profile_of(context))); }

Result<http::Response> save_look(Context& context) {
  auto body = JsonBody::read(context.request, {"theme", "accent", "logo_id", "hero_id", "welcome"});
  if (!body) return fail(body.error());
  const tenants::LookInput input{body->text("theme"), body->text("accent"), body->integer_or_null("logo_id"),
                                 body->integer_or_null("hero_id"), body->text("welcome")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::save_look(context.tenant, context.actor(), input, context.now);
  if (!saved) return fail(saved.error());
  return json_response(200, look_data(*saved));
}

Result<http::Response> read_legal(Context& context) {
  return json_response(200, legal_data(context, profile_of(context)));
}

Result<http::Response> save_legal(Context& context) {
  auto body =
      JsonBody::read(context.request, {"publication_director", "dpo_contact", "host", "photo_credits", "licence"});
  if (!body) return fail(body.error());
  const tenants::LegalInput input{body->text("publication_director"), body->text("dpo_contact"), body->text("host"),
                                  body->text("photo_credits"), body->text("licence")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::save_legal(context.tenant, context.actor(), input, context.now);
  if (!saved) return fail(saved.error());
  return json_response(200, legal_data(context, *saved));
}

Result<http::Response> read_declaration(Context& context) {
  return json_response(200, declaration_data(context.tools, profile_of(context)));
}

Result<http::Response> save_declaration(Context& context) {
  auto body = JsonBody::read(context.request, {"audited_on", "criteria_passed", "criteria_applicable", "auditor",
                                               "report_url", "plan_url", "yearly_plan_url", "contact_url", "issues",
                                               "burdens", "exempt", "technologies", "environments", "tools", "pages"});
  if (!body) return fail(body.error());
  json::Object object{{"criteria_passed", body->integer("criteria_passed")},
                      {"criteria_applicable", body->integer("criteria_applicable")}};
  for (const char* name : {"audited_on", "auditor", "report_url", "plan_url", "yearly_plan_url", "contact_url"})
    object[name] = body->text(name);
  for (const char* name : {"issues", "burdens", "exempt", "technologies", "environments", "tools", "pages"})
    object[name] = body->array(name);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto declaration = tenants::parse_declaration(object, to_local(context.now).date);
  if (!declaration) return fail(declaration.error());
  tenants::save_declaration(context.tenant, context.actor(), *declaration, context.now);
  return json_response(200, declaration_data(context.tools, profile_of(context)));
}

}  // namespace clocher::api::agent
