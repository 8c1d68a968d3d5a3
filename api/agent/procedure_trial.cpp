// A form that is being written, seen and tried as residents will: nothing of it is kept.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/agent/procedure_json.hpp"
#include "api/resident/trial_page.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

constexpr std::size_t most_values = 200;  // http::FormLimits

std::optional<forms::SentFields> read_sent(JsonBody& body) {
  const auto pairs = body.has("sent") ? body.array_or_null("sent") : std::nullopt;
  if (!pairs) return std::nullopt;
  forms::SentFields sent;
  if (pairs->size() > most_values) body.note({"sent", "form.too_many_fields", {{"limit", std::to_string(most_values)}}});
  for (const json::Value& pair : *pairs) {
    const json::Array* two = pair.if_array();
    if (two == nullptr || two->size() != 2 || !(*two)[0].is_string() || !(*two)[1].is_string()) {
      body.note({"sent", "form.unreadable", {}});
      return std::nullopt;
    }
    sent.emplace_back((*two)[0].as_string(), (*two)[1].as_string());
  }
  return sent;
}

}  // namespace

Result<http::Response> try_procedure_draft(Context& context) {
  const auto parts = find_draft_parts(context);
  if (!parts) return fail(ErrorKind::not_found, "procedure.not_found");
  auto body = JsonBody::read(context.request, {"definition", "page", "typed", "sent"});
  if (!body) return fail(body.error());
  json::Object written = body->object("definition");
  resident::Trial trial;
  trial.page = body->text_or_empty("page");
  trial.typed = body->object("typed");
  trial.sent = read_sent(*body);
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  written["slug"] = parts->copy.slug;
  written.erase("tests");  // they may name a question that is gone: the form can be tried all the same
  auto definition = forms::parse_definition(json::serialize(written));
  if (!definition) return fail(ErrorKind::conflict, "procedure.unfinished");
  trial.definition = *definition;
  resident::TrialAnswer answer = resident::go_through(context, std::move(trial));
  const bool has_ended = answer.page == resident::end_of_trial;
  const Date today = to_local(context.now).date;
  json::Array play = has_ended ? forms::recorded_play(*definition, answer.typed, today) : json::Array();
  return json_response(200, {{"page", answer.page},
                             {"typed", std::move(answer.typed)},
                             {"html", answer.html},
                             {"today", to_iso(today)},
                             {"play", std::move(play)}});
}

}  // namespace clocher::api::agent
