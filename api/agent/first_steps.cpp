// The first-run assistant: one answer at a time, and where it was left.
#include "tenants/site/first_steps.hpp"

#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "tenants/site/overview.hpp"

#include <algorithm>

namespace clocher::api::agent {
namespace {

using Names = std::vector<std::string_view>;

std::string_view word_of(tenants::FirstStepsState state) {
  switch (state) {
    case tenants::FirstStepsState::fresh: return "new";
    case tenants::FirstStepsState::open: return "open";
    case tenants::FirstStepsState::finished: break;
  }
  return "finished";
}

json::Value id_or_null(std::optional<std::int64_t> id) { return id ? json::Value(*id) : json::Value(nullptr); }

json::Object answers_data(const tenants::Profile& profile) {
  return {{"address", profile.address},         {"postcode", profile.postcode},
          {"city", profile.city},               {"phone", profile.phone},
          {"email", profile.email},             {"hours", tenants::to_json(profile.hours)},
          {"mayor_name", profile.mayor_name},   {"welcome", profile.welcome},
          {"theme", profile.theme},             {"accent", profile.accent},
          {"logo_id", id_or_null(profile.logo_id)}, {"hero_id", id_or_null(profile.hero_id)},
          {"dpo_contact", profile.dpo_contact}, {"licence", profile.licence}};
}

http::Response answer(Context& context) {
  json::Array questions;
  for (const std::string_view question : tenants::first_questions()) questions.push_back(json::Value(std::string(question)));
  json::Object data;
  context.tenant.read([&](db::ReadTx& tx) {
    const tenants::Profile profile = tenants::read_profile(tx);
    const tenants::FirstSteps steps = tenants::read_first_steps(tx);
    const auto checks = tenants::setup_checks(tx, profile, context.tools.config.hosting_name);
    data = {{"state", std::string(word_of(steps.state))},
            {"question", steps.question},
            {"remaining", std::ranges::count(checks, false, &tenants::Check::is_done)},
            {"answers", answers_data(profile)}};
  });
  data["questions"] = std::move(questions);
  return json_response(200, data);
}

// What a question asks: other properties are refused.
Names asked(std::string_view question) {
  if (question == "contact") return {"address", "postcode", "city", "phone", "email"};
  if (question == "colors") return {"theme", "accent"};
  if (question == "mayor") return {"mayor_name"};
  if (question == "logo") return {"logo_id"};
  if (question == "photo") return {"hero_id"};
  if (question == "dpo") return {"dpo_contact"};
  return {question};  // hours, welcome, licence
}

tenants::FirstAnswer read_answer(JsonBody& body, const Names& names) {
  tenants::FirstAnswer answer;
  const std::pair<std::string_view, std::string tenants::FirstAnswer::*> texts[] = {
      {"address", &tenants::FirstAnswer::address},         {"postcode", &tenants::FirstAnswer::postcode},
      {"city", &tenants::FirstAnswer::city},               {"phone", &tenants::FirstAnswer::phone},
      {"email", &tenants::FirstAnswer::email},             {"mayor_name", &tenants::FirstAnswer::mayor_name},
      {"welcome", &tenants::FirstAnswer::welcome},         {"theme", &tenants::FirstAnswer::theme},
      {"accent", &tenants::FirstAnswer::accent},           {"dpo_contact", &tenants::FirstAnswer::dpo_contact},
      {"licence", &tenants::FirstAnswer::licence}};
  for (const std::string_view name : names) {
    if (name == "logo_id" || name == "hero_id") answer.picture_id = body.integer_or_null(name);
    if (name == "hours") {
      auto hours = tenants::parse_hours(body.array(name));
      if (hours) answer.hours = std::move(*hours);
      else
        for (FieldError& error : hours.error().fields) body.note(std::move(error));
    }
    for (const auto& [text, member] : texts)
      if (text == name) answer.*member = body.text(name);
  }
  return answer;
}

}  // namespace

Result<http::Response> read_first_steps(Context& context) { return answer(context); }

Result<http::Response> stand_at_first_step(Context& context) {
  auto body = JsonBody::read(context.request, {"question"});
  if (!body) return fail(body.error());
  const std::string question = body->text("question");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto stood = tenants::stand_at_question(context.tenant, question, context.now);
  if (!stood) return fail(stood.error());
  return answer(context);
}

Result<http::Response> answer_first_step(Context& context) {
  const std::string_view question = context.parameters.get("question");
  const auto known = tenants::first_questions();
  if (std::ranges::find(known, question) == known.end()) return fail(ErrorKind::not_found, "first_steps.unknown");
  const Names names = asked(question);
  auto body = JsonBody::read(context.request, names);
  if (!body) return fail(body.error());
  const tenants::FirstAnswer given = read_answer(*body, names);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto saved = tenants::answer_first_question(context.tenant, context.actor(), question, given, context.now);
  if (!saved) return fail(saved.error());
  return answer(context);
}

}  // namespace clocher::api::agent
