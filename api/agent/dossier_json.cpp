// Cases as JSON, and the query of the inbox.
#include "api/agent/dossier_json.hpp"

#include "api/agent/case_json.hpp"
#include "api/agent/file_checks.hpp"
#include "api/attachment.hpp"
#include "api/respond.hpp"
#include "core/http/form.hpp"
#include "tenants/dossiers/assistance.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/dossiers/work.hpp"
#include "tenants/forms/field_type.hpp"
#include "tenants/forms/step.hpp"

#include <chrono>

namespace clocher::api::agent {
namespace {

using dossiers::Dossier;

std::string state_label(const Context& context, dossiers::State state) {
  return context.tools.catalogue.text("state." + std::string(to_string(state)) + ".label");
}

json::Object file_link(const Dossier& dossier, const forms::FileAnswer& file) {
  return {{"id", file.id},
          {"name", file.name},
          {"size_bytes", file.size_bytes},
          {"content_type", file.content_type},
          {"url", "/api/v1/dossiers/" + std::to_string(dossier.id.value) + "/files/" + std::to_string(file.id)}};
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

std::string urgency_of(const Dossier& dossier, Date today) {
  if (!dossier.urgent_on) return "none";
  if (*dossier.urgent_on < today) return "late";
  const auto soon = std::chrono::sys_days(today) + std::chrono::days(dossiers::soon_days);
  return std::chrono::sys_days(*dossier.urgent_on) <= soon ? "soon" : "later";
}

}  // namespace

json::Object summary_json(const Context& context, db::ReadTx& tx, const Dossier& dossier) {
  const dossiers::Work work = dossiers::read_work(tx, dossier.id);
  const Date today = to_local(context.now).date;
  return {{"id", dossier.id.value},
          {"reference", dossier.reference},
          {"procedure_title", dossier.procedure_title},
          {"applicant_name", dossier.applicant_name},
          {"state", std::string(to_string(dossier.state))},
          {"state_label", state_label(context, dossier.state)},
          {"submitted_at", dossier.submitted_at.seconds},
          {"updated_at", dossier.updated_at.seconds},
          {"unread", !dossier.read_at.has_value()},
          {"assignee", work.assignee_name},
          {"labels", texts_json(work.labels)},
          {"urgent_on", iso_or_null(dossier.urgent_on)},
          {"urgency", urgency_of(dossier, today)}};
}

json::Object message_json(const Dossier& dossier, const dossiers::Message& message,
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

Result<dossiers::InboxQuery> read_inbox_query(const Context& context, std::string_view text) {
  const http::Form query = http::parse_query(text);
  dossiers::InboxQuery wanted;
  if (!query.get("state").empty()) {
    wanted.state = dossiers::parse_state(query.get("state"));
    if (!wanted.state) return fail(ErrorKind::malformed, "dossier.unknown_state");
  }
  if (!query.get("cursor").empty()) {
    wanted.after = parse_id<Dossier>(query.get("cursor"));
    if (!wanted.after) return fail(ErrorKind::malformed, "request.cursor");
  }
  if (query.get("urgent") == "late") wanted.urgent_before = to_local(context.now).date;
  if (query.get("urgent") == "soon")
    wanted.urgent_before =
        Date(std::chrono::sys_days(to_local(context.now).date) + std::chrono::days(dossiers::soon_days + 1));
  if (!query.get("assignee").empty()) {
    const auto agent = parse_id<tenants::Agent>(query.get("assignee"));
    if (!agent && query.get("assignee") != "0") return fail(ErrorKind::malformed, "work.unknown_agent");
    wanted.assignee = agent ? agent->value : 0;
  }
  wanted.label = query.get("label");
  wanted.only_unread = query.get("unread") == "1";
  wanted.text = query.get("q");
  wanted.procedure = query.get("procedure");
  return wanted;
}

namespace {

json::Value assistance_json(const Context& context, const std::optional<dossiers::Assistance>& assistance) {
  if (!assistance) return nullptr;
  const auto& words = context.tools.catalogue;
  return json::Object{
      {"channel", words.text("assistance.channel." + std::string(to_string(assistance->channel)))},
      {"mandate", words.text("assistance.mandate." + std::string(to_string(assistance->mandate)))},
      {"helper", assistance->helper}};
}

}  // namespace

Result<http::Response> answer_with_case(Context& context, Id<Dossier> id) {
  dossiers::Clocks clocks;
  json::Object work;
  json::Array corrections, opinions;
  json::Value assistance;
  const auto file = context.tenant.read([&](db::ReadTx& tx) {
    auto found = dossiers::read_case_file(tx, id);
    if (!found) return found;
    work = work_json(tx, *found);
    corrections = corrections_json(context, tx, *found);
    opinions = opinions_json(tx, id);
    assistance = assistance_json(context, dossiers::assistance_of(tx, id));
    clocks = dossiers::read_clocks(tx, found->dossier, found->definition.silence, context.now);
    return found;
  });
  if (!file) return fail(ErrorKind::not_found, "dossier.not_found");
  const Dossier& dossier = file->dossier;
  json::Array messages;
  for (const auto& message : file->messages) messages.push_back(message_json(dossier, message, file->attachments));
  json::Object body{{"id", dossier.id.value},
                    {"reference", dossier.reference},
                    {"procedure", json::Object{{"slug", dossier.procedure_slug},
                                               {"title", dossier.procedure_title},
                                               {"revision", dossier.procedure_revision}}},
                    {"state", std::string(to_string(dossier.state))},
                    {"state_label", state_label(context, dossier.state)},
                    {"applicant", json::Object{{"name", dossier.applicant_name}, {"email", dossier.applicant_email}}},
                    {"assistance", std::move(assistance)},
                    {"submitted_at", dossier.submitted_at.seconds},
                    {"accepts_messages", !dossiers::is_final(dossier.state)},
                    {"answers", answers(context, dossier, file->definition)},
                    {"clocks", clocks_json(dossier, clocks)},
                    {"work", std::move(work)},
                    {"corrections", std::move(corrections)},
                    {"opinions", std::move(opinions)},
                    {"messages", std::move(messages)},
                    {"history", history(context, file->events)},
                    {"transitions", transitions(context, dossier)}};
  return json_response(200, with_file_checks(std::move(body), *file, antivirus_of(context.tools.config)));
}

}  // namespace clocher::api::agent
