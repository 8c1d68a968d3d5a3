// How the commune publishes its acts; the tables that the form of an act needs.
#include "tenants/site/act_settings.hpp"
#include "api/agent/act_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/respond.hpp"
#include "tenants/site/act_subject.hpp"

namespace clocher::api::agent {
namespace {

json::Object settings_json(Context& context, const tenants::ActSettings& settings) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  return {{"publicity", std::string(to_string(settings.publicity))},
          {"may_choose", may_choose_publicity(profile)},
          {"chosen_by", settings.chosen_by},
          {"chosen_on", settings.chosen_on ? to_iso(*settings.chosen_on) : ""},
          {"place", settings.place},
          {"siren", profile.siren},
          {"siret", settings.siret}};
}

json::Object kind_json(const tenants::ActKindInfo& info) {
  const auto needs = [](tenants::Need need) { return need == tenants::Need::mandatory; };
  return {{"key", std::string(info.key)},         {"label", std::string(info.label)},
          {"needs_number", needs(info.number)},   {"needs_author", needs(info.author)},
          {"needs_subject", needs(info.subject)}, {"needs_meeting", needs(info.meeting)}};
}

}  // namespace

Result<http::Response> read_act_tables(Context&) {
  json::Array kinds;
  for (const auto& info : tenants::act_kinds()) kinds.push_back(kind_json(info));
  json::Array subjects;
  for (const auto& subject : tenants::act_subjects()) {
    subjects.push_back(json::Object{{"code", std::string(subject.code)},
                                    {"label", std::string(subject.label)},
                                    {"path", tenants::subject_path(subject.code, subject.label)}});
  }
  return json_response(200, {{"kinds", std::move(kinds)}, {"subjects", std::move(subjects)}});
}

Result<http::Response> read_act_settings(Context& context) {
  return json_response(
      200, settings_json(context, context.tenant.read([](db::ReadTx& tx) { return tenants::read_act_settings(tx); })));
}

Result<http::Response> save_act_settings(Context& context) {
  auto body = JsonBody::read(context.request, {"publicity", "chosen_by", "chosen_on", "place", "siret"});
  if (!body) return fail(body.error());
  const auto publicity = tenants::parse_publicity(body->text("publicity"));
  if (!publicity) body->note({"publicity", "act.publicity", {}});
  const tenants::ActSettings input{publicity.value_or(tenants::Publicity::electronique), body->text("chosen_by"),
                                   read_day(*body, "chosen_on"), body->text("place"), body->text("siret")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::save_act_settings(context.tenant, context.actor(), input, context.now);
  if (!saved) return fail(saved.error());
  return json_response(200, settings_json(context, *saved));
}

}  // namespace clocher::api::agent
