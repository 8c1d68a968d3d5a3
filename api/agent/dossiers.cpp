// The inbox and the case page.
#include "api/agent/handlers.hpp"
#include "api/agent/json_body.hpp"
#include "api/attachment.hpp"
#include "api/respond.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/site/event_proposal.hpp"

namespace clocher::api::agent {
namespace {

using dossiers::Dossier;

Result<Id<Dossier>> dossier_id(const Context& context) {
  const auto id = parse_id<Dossier>(context.parameters.get("id"));
  if (!id) return fail(ErrorKind::not_found, "dossier.not_found");
  return *id;
}

std::string state_label(const Context& context, dossiers::State state) {
  return context.tools.catalogue.text("state." + std::string(to_string(state)) + ".label");
}

json::Object summary(const Context& context, const Dossier& dossier) {
  return {{"id", dossier.id.value},
          {"reference", dossier.reference},
          {"procedure_title", dossier.procedure_title},
          {"applicant_name", dossier.applicant_name},
          {"state", std::string(to_string(dossier.state))},
          {"state_label", state_label(context, dossier.state)},
          {"submitted_at", dossier.submitted_at.seconds},
          {"updated_at", dossier.updated_at.seconds},
          {"unread", !dossier.read_at.has_value()}};
}

json::Object file_link(const Dossier& dossier, const forms::FileAnswer& file) {
  return {{"id", file.id},
          {"name", file.name},
          {"size_bytes", file.size_bytes},
          {"content_type", file.content_type},
          {"url", "/api/v1/dossiers/" + std::to_string(dossier.id.value) + "/files/" + std::to_string(file.id)}};
}

std::string joined(const forms::Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
}

json::Array entries(const Context& context, const Dossier& dossier, const std::vector<const forms::Field*>& fields) {
  json::Array list;
  for (const forms::Field* field : fields) {
    const json::Value* answer = dossier.answers.if_contains(field->id);
    if (field->type->nature == forms::FieldNature::note) continue;
    json::Array files;
    for (const forms::FileAnswer& file : forms::files_of(dossier.answers, field->id))
      files.push_back(file_link(dossier, file));
    const std::string display = answer == nullptr ? "" : joined(forms::show(*field, *answer, context.tools.catalogue));
    list.push_back(json::Object{{"field", field->id},
                                {"label", field->label},
                                {"type", std::string(field->type->name)},
                                {"display", display},
                                {"files", std::move(files)}});
  }
  return list;
}

json::Array answers(const Context& context, const Dossier& dossier, const forms::Definition& definition) {
  json::Array steps;
  for (const forms::Step* step : forms::visible_steps(definition, dossier.answers)) {
    json::Array list = entries(context, dossier, forms::visible_fields(definition, *step, dossier.answers));
    if (list.empty()) continue;
    steps.push_back(json::Object{{"step", step->id}, {"label", step->title}, {"entries", std::move(list)}});
  }
  return steps;
}

json::Object message_data(const Dossier& dossier, const dossiers::Message& message,
                          const std::vector<dossiers::Attachment>& attachments) {
  json::Array files;
  for (const dossiers::Attachment& file : attachments) {
    if (file.message_id == message.id)
      files.push_back(file_link(dossier, {file.id.value, file.name, file.size_bytes, file.content_type}));
  }
  return {{"id", message.id.value},
          {"author", message.author_name},
          {"author_kind", message.from_resident ? "resident" : "agent"},
          {"body", message.body},
          {"created_at", message.created_at.seconds},
          {"files", std::move(files)}};
}

// Each change of state names the state before it, which the event before it left.
json::Array history(const Context& context, const std::vector<tenants::Event>& events) {
  json::Array list;
  dossiers::State before = dossiers::State::submitted;
  for (const tenants::Event& event : events) {
    Arguments arguments{{"details", event.details}};
    if (const auto after = dossiers::parse_state(event.details); event.verb == "dossier.state_changed" && after) {
      arguments = {{"from", state_label(context, before)}, {"to", state_label(context, *after)}};
      before = *after;
    }
    list.push_back(json::Object{{"at", event.at.seconds},
                                {"actor", event.actor_name},
                                {"verb", event.verb},
                                {"text", context.tools.catalogue.text("event." + event.verb, arguments)}});
  }
  return list;
}

json::Array transitions(const Context& context, const Dossier& dossier) {
  json::Array list;
  for (const dossiers::Transition& transition : dossiers::transitions_from(dossier.state, dossiers::Mover::agent)) {
    list.push_back(json::Object{{"to", std::string(to_string(transition.to))},
                                {"label", context.tools.catalogue.text(transition.label_key)},
                                {"requires_reason", transition.reason == dossiers::Reason::required}});
  }
  return list;
}

Result<http::Response> answer_with_case(Context& context, Id<Dossier> id) {
  const auto file = context.tenant.read([&](db::ReadTx& tx) { return dossiers::read_case_file(tx, id); });
  if (!file) return fail(ErrorKind::not_found, "dossier.not_found");
  const Dossier& dossier = file->dossier;
  json::Array messages;
  for (const auto& message : file->messages) messages.push_back(message_data(dossier, message, file->attachments));
  return json_response(
      200, {{"id", dossier.id.value},
            {"reference", dossier.reference},
            {"procedure", json::Object{{"slug", dossier.procedure_slug},
                                       {"title", dossier.procedure_title},
                                       {"revision", dossier.procedure_revision}}},
            {"state", std::string(to_string(dossier.state))},
            {"state_label", state_label(context, dossier.state)},
            {"applicant", json::Object{{"name", dossier.applicant_name}, {"email", dossier.applicant_email}}},
            {"submitted_at", dossier.submitted_at.seconds},
            {"accepts_messages", !dossiers::is_final(dossier.state)},
            {"answers", answers(context, dossier, file->definition)},
            {"messages", std::move(messages)},
            {"history", history(context, file->events)},
            {"transitions", transitions(context, dossier)}});
}

}  // namespace

Result<http::Response> create_event_of_dossier(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  const auto event = tenants::create_event_from(context.tenant, context.actor(), *id, context.now);
  if (!event) return fail(event.error());
  return json_response(200, {{"content_id", event->id.value}});
}

Result<http::Response> list_dossiers(Context& context) {
  const http::Form query = http::parse_query(context.request.query);
  dossiers::InboxQuery wanted;
  if (!query.get("state").empty()) {
    wanted.state = dossiers::parse_state(query.get("state"));
    if (!wanted.state) return fail(ErrorKind::malformed, "dossier.unknown_state");
  }
  if (!query.get("cursor").empty()) {
    wanted.after = parse_id<Dossier>(query.get("cursor"));
    if (!wanted.after) return fail(ErrorKind::malformed, "request.cursor");
  }
  wanted.text = query.get("q");
  wanted.procedure = query.get("procedure");
  const auto page = context.tenant.read([&](db::ReadTx& tx) { return dossiers::read_inbox(tx, wanted); });
  json::Array items;
  for (const Dossier& dossier : page.items) items.push_back(summary(context, dossier));
  json::Object counts;
  for (const auto& [state, count] : page.counts) counts[state] = count;
  json::Value next = nullptr;
  if (page.next) next = std::to_string(page.next->value);
  return json_response(200,
                       {{"items", std::move(items)}, {"counts", std::move(counts)}, {"next_cursor", std::move(next)}});
}

Result<http::Response> read_dossier(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  return answer_with_case(context, *id);
}

Result<http::Response> mark_read(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  if (const auto read = dossiers::mark_read(context.tenant, context.actor(), *id, context.now); !read)
    return fail(read.error());
  return http::no_content();
}

Result<http::Response> send_message(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"body"});
  if (!body) return fail(body.error());
  const std::string text = body->text("body");
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto message = dossiers::reply(context.tenant, context.tools.texts(), context.actor(), *id, text, context.now);
  if (!message) return fail(message.error());
  Dossier dossier;
  dossier.id = *id;
  return json_response(201, message_data(dossier, *message, {}));
}

Result<http::Response> change_state(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  auto body = JsonBody::read(context.request, {"to", "reason"});
  if (!body) return fail(body.error());
  const auto to = dossiers::parse_state(body->text("to"));
  const std::string reason = body->text_or_empty("reason");
  if (!to) body->note({"to", "dossier.unknown_state", {}});
  if (const auto valid = body->check(); !valid) return fail(valid.error());
  const auto changed =
      dossiers::change_state(context.tenant, context.tools.texts(), context.actor(), {*id, *to, reason}, context.now);
  if (!changed) return fail(changed.error());
  return answer_with_case(context, *id);
}

Result<http::Response> download_file(Context& context) {
  const auto id = dossier_id(context);
  if (!id) return fail(id.error());
  const auto file_id = parse_id<dossiers::Attachment>(context.parameters.get("file_id"));
  if (!file_id) return fail(ErrorKind::not_found, "file.not_found");
  return serve_attachment(context.tenant, *id, *file_id);
}

}  // namespace clocher::api::agent
