// What agents do around a case: who does it, notes, models of answers, saved filters, an elected member's opinion.
#include "api/agent/dossier_json.hpp"
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/dossiers/answer_model.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/retention.hpp"
#include "tenants/dossiers/saved_view.hpp"
#include "tenants/dossiers/work.hpp"

namespace clocher::api::agent {
namespace {

using dossiers::AnswerModel;
using dossiers::Dossier;

// Known before the body is judged: another commune's case is not found, whatever is sent with it.
Result<Id<Dossier>> known_case(Context& context) {
  const auto id = parse_id<Dossier>(context.parameters.get("id"));
  const bool is_known =
      id && context.tenant.read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, *id).has_value(); });
  if (!is_known) return fail(ErrorKind::not_found, "dossier.not_found");
  return *id;
}

Result<Id<AnswerModel>> known_model(Context& context) {
  const auto id = parse_id<AnswerModel>(context.parameters.get("id"));
  for (const AnswerModel& model :
       context.tenant.read([](db::ReadTx& tx) { return dossiers::list_answer_models(tx); })) {
    if (id == model.id) return model.id;
  }
  return fail(ErrorKind::not_found, "model.not_found");
}

json::Object model_json(const AnswerModel& model) {
  return {{"id", model.id.value},
          {"title", model.title},
          {"body", model.body},
          {"procedure", model.procedure},
          {"updated_by", model.updated_by},
          {"updated_at", model.updated_at.seconds}};
}

Result<dossiers::AnswerModelText> read_model(Context& context) {
  auto body = JsonBody::read(context.request, {"title", "body", "procedure"});
  if (!body) return fail(body.error());
  dossiers::AnswerModelText text{body->text("title"), body->text("body"), body->text_or_empty("procedure")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  return text;
}

std::vector<std::string> strings(JsonBody& body, std::string_view name) {
  std::vector<std::string> list;
  for (const json::Value& item : body.array(name)) {
    if (item.is_string())
      list.emplace_back(item.as_string());
    else
      body.note({std::string(name), "json.string_expected", {}});
  }
  return list;
}

}  // namespace

Result<http::Response> change_work(Context& context) {
  const auto id = known_case(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"assignee_id", "due_on", "status", "labels", "kept_until"});
  if (!body) return fail(body.error());
  dossiers::WorkChange change;
  if (body->has("assignee_id")) change.assignee = body->integer("assignee_id");
  if (body->has("due_on")) change.due_on = body->text_or_empty("due_on");
  if (body->has("status")) change.status = body->text_or_empty("status");
  if (body->has("labels")) change.labels = strings(*body, "labels");
  const bool keeps = body->has("kept_until");
  const std::string kept_until = body->text_or_empty("kept_until");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  if (keeps) {
    const auto kept = dossiers::keep_until(context.tenant, context.actor(), *id, kept_until, context.now);
    if (!kept) return fail(kept.error());
  }
  const auto changed =
      dossiers::change_work(context.tenant, context.tools.texts(), context.actor(), *id, change, context.now);
  if (!changed) return fail(changed.error());
  return answer_with_case(context, *id);
}

Result<http::Response> add_note(Context& context) {
  const auto id = known_case(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"body"});
  if (!body) return fail(body.error());
  const std::string text = body->text("body");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto note = dossiers::add_note(context.tenant, context.actor(), *id, text, context.now);
  if (!note) return fail(note.error());
  return answer_with_case(context, *id);
}

Result<http::Response> letters_for_case(Context& context) {
  const auto id = known_case(context);
  if (!id) return fail(id.error());
  json::Array items;
  context.tenant.read([&](db::ReadTx& tx) {
    const Dossier dossier = dossiers::find_dossier(tx, *id).value();
    for (const AnswerModel& model : dossiers::answer_models_for(tx, dossier)) {
      const std::string text = dossiers::fill_model(model.body, dossier, context.agent().name,
                                                    with_de(context.tenant.identity().name), context.now);
      items.push_back(json::Object{{"id", model.id.value}, {"title", model.title}, {"text", text}});
    }
  });
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> list_answer_models(Context& context) {
  json::Array items, words;
  for (const AnswerModel& model :
       context.tenant.read([](db::ReadTx& tx) { return dossiers::list_answer_models(tx); }))
    items.push_back(model_json(model));
  for (const std::string_view word : dossiers::model_words())
    words.push_back(json::Object{{"word", std::string(word)},
                                 {"meaning", context.tools.catalogue.text("model.word." + std::string(word))}});
  return json_response(200, {{"items", std::move(items)}, {"words", std::move(words)}});
}

Result<http::Response> create_answer_model(Context& context) {
  const auto text = read_model(context);
  if (!text) return fail(text.error());
  const auto model = dossiers::create_answer_model(context.tenant, context.actor(), *text, context.now);
  if (!model) return fail(model.error());
  return json_response(201, model_json(*model));
}

Result<http::Response> save_answer_model(Context& context) {
  const auto id = known_model(context);
  if (!id) return fail(id.error());
  const auto text = read_model(context);
  if (!text) return fail(text.error());
  const auto model = dossiers::save_answer_model(context.tenant, context.actor(), *id, *text, context.now);
  if (!model) return fail(model.error());
  return json_response(200, model_json(*model));
}

Result<http::Response> delete_answer_model(Context& context) {
  const auto id = known_model(context);
  if (!id) return fail(id.error());
  const auto done = dossiers::delete_answer_model(context.tenant, context.actor(), *id, context.now);
  if (!done) return fail(done.error());
  return http::no_content();
}

Result<http::Response> list_saved_views(Context& context) {
  json::Array items;
  for (const auto& view : context.tenant.read([](db::ReadTx& tx) { return dossiers::list_saved_views(tx); }))
    items.push_back(json::Object{{"id", view.id.value}, {"name", view.name}, {"filter", view.filter}});
  return json_response(200, {{"items", std::move(items)}});
}

Result<http::Response> save_view(Context& context) {
  auto body = JsonBody::read(context.request, {"name", "filter"});
  if (!body) return fail(body.error());
  const std::string name = body->text("name");
  const std::string filter = body->text_or_empty("filter");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto view = dossiers::save_view(context.tenant, context.actor(), name, filter, context.now);
  if (!view) return fail(view.error());
  return json_response(201, {{"id", view->id.value}, {"name", view->name}, {"filter", view->filter}});
}

Result<http::Response> delete_view(Context& context) {
  const auto id = parse_id<dossiers::SavedView>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "view.not_found");
  const auto done = dossiers::delete_view(context.tenant, *id);
  if (!done) return fail(done.error());
  return http::no_content();
}

Result<http::Response> ask_opinion(Context& context) {
  const auto id = known_case(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"name", "email", "question"});
  if (!body) return fail(body.error());
  const dossiers::OpinionRequest request{body->text("name"), body->text("email"), body->text("question")};
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto asked =
      dossiers::ask_opinion(context.tenant, context.tools.texts(), context.actor(), *id, request, context.now);
  if (!asked) return fail(asked.error());
  return answer_with_case(context, *id);
}

Result<http::Response> cancel_opinion(Context& context) {
  const auto id = known_case(context);
  const auto opinion = parse_id<dossiers::Opinion>(context.parameters.get("opinion_id"));
  if (!id || !opinion) return fail(ErrorKind::not_found, "opinion.not_found");
  const auto done = dossiers::cancel_opinion(context.tenant, context.actor(), *id, *opinion, context.now);
  if (!done) return fail(done.error());
  return answer_with_case(context, *id);
}

}  // namespace clocher::api::agent
