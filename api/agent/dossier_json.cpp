// Cases as JSON, and the query of the inbox.
#include "api/agent/dossier_json.hpp"

#include "api/respond.hpp"
#include "core/http/form.hpp"
#include "tenants/dossiers/case_file.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/retention.hpp"
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

json::Array texts_json(const std::vector<std::string>& texts) {
  json::Array list;
  for (const std::string& text : texts) list.emplace_back(text);
  return list;
}

json::Value iso_or_null(const std::optional<Date>& date) {
  return date ? json::Value(to_iso(*date)) : json::Value(nullptr);
}

json::Value seconds_or_null(const std::optional<Instant>& instant) {
  return instant ? json::Value(instant->seconds) : json::Value(nullptr);
}

std::string urgency_of(const Dossier& dossier, Date today) {
  if (!dossier.urgent_on) return "none";
  if (*dossier.urgent_on < today) return "late";
  const auto soon = std::chrono::sys_days(today) + std::chrono::days(dossiers::soon_days);
  return std::chrono::sys_days(*dossier.urgent_on) <= soon ? "soon" : "later";
}

std::string_view name_of(forms::Silence::Rule rule) {
  if (rule == forms::Silence::Rule::none) return "none";
  return rule == forms::Silence::Rule::acceptance ? "acceptance" : "rejection";
}

std::string_view receipt_state(const dossiers::Clocks& clocks) {
  if (!clocks.receipt) return "unknown";
  if (clocks.receipt->sent_at) return "sent";
  return clocks.receipt->has_failed ? "failed" : "pending";
}

json::Object clocks_json(const Dossier& dossier, const dossiers::Clocks& clocks) {
  const auto& silence = clocks.silence_clock;
  const auto& asks = clocks.asks;
  const bool is_asking = !asks.empty() && !asks.back().ended;
  return {{"acknowledge_by", to_iso(clocks.acknowledge_by)},
          {"receipt", std::string(receipt_state(clocks))},
          {"receipt_sent_at", seconds_or_null(clocks.receipt ? clocks.receipt->sent_at : std::nullopt)},
          {"silence", std::string(name_of(clocks.silence.rule))},
          {"silence_months", clocks.silence.months},
          {"silence_on", dossier.decided_at ? json::Value(nullptr) : iso_or_null(silence.decides_on)},
          {"is_suspended", !dossier.decided_at && silence.is_suspended},
          {"suspended_days", silence.suspended_days},
          {"answer_before", iso_or_null(is_asking ? std::optional(asks.back().answer_before) : std::nullopt)},
          {"decided_at", seconds_or_null(dossier.decided_at)},
          {"decided_by_silence", dossier.silence},
          {"due_on", iso_or_null(dossier.due_on)}};
}

json::Object work_json(db::ReadTx& tx, const dossiers::CaseFile& file) {
  const Dossier& dossier = file.dossier;
  const dossiers::Work work = dossiers::read_work(tx, dossier.id);
  json::Array agents, statuses, notes;
  for (const auto& agent : tenants::list_agents(tx))
    agents.push_back(json::Object{{"id", agent.id.value}, {"name", agent.name}});
  for (const forms::Status& status : file.definition.statuses)
    statuses.push_back(json::Object{{"id", status.id}, {"label", status.label}});
  for (const dossiers::Note& note : work.notes)
    notes.push_back(json::Object{
        {"id", note.id}, {"author", note.author}, {"body", note.body}, {"created_at", note.created_at.seconds}});
  return {{"assignee_id", work.assignee_id ? json::Value(work.assignee_id->value) : json::Value(nullptr)},
          {"assignee_name", work.assignee_name},
          {"agents", std::move(agents)},
          {"status", work.status},
          {"statuses", std::move(statuses)},
          {"labels", texts_json(work.labels)},
          {"known_labels", texts_json(dossiers::list_labels(tx))},
          {"notes", std::move(notes)},
          {"forgotten_after", iso_or_null(dossiers::forgotten_after(tx, dossier))},
          {"kept_until", iso_or_null(dossiers::kept_until(tx, dossier.id))}};
}

json::Array corrections_json(const Context& context, db::ReadTx& tx, const dossiers::CaseFile& file) {
  json::Array list;
  for (const dossiers::Correction& correction : dossiers::corrections_of(tx, file.dossier.id)) {
    json::Array fields;
    for (const std::string& id : correction.fields) {
      const forms::Field* field = forms::find_field(file.definition, id);
      if (field == nullptr) continue;
      const json::Value* before = correction.answers_before.if_contains(id);
      fields.push_back(json::Object{
          {"field", id},
          {"label", field->label},
          {"before", before == nullptr ? "" : joined(forms::show(*field, *before, context.tools.catalogue))}});
    }
    list.push_back(json::Object{{"id", correction.id.value},
                                {"fields", std::move(fields)},
                                {"answer_before", to_iso(correction.answer_before)},
                                {"asked_by", correction.asked_by},
                                {"asked_at", correction.asked_at.seconds},
                                {"ended_at", seconds_or_null(correction.ended_at)}});
  }
  return list;
}

json::Array opinions_json(db::ReadTx& tx, Id<Dossier> id) {
  json::Array list;
  for (const dossiers::Opinion& opinion : dossiers::opinions_of(tx, id)) {
    list.push_back(json::Object{{"id", opinion.id.value},
                                {"name", opinion.recipient_name},
                                {"email", opinion.recipient_email},
                                {"question", opinion.question},
                                {"asked_by", opinion.asked_by},
                                {"asked_at", opinion.asked_at.seconds},
                                {"expires_at", opinion.expires_at.seconds},
                                {"verdict", opinion.verdict},
                                {"answer", opinion.answer},
                                {"answered_at", seconds_or_null(opinion.answered_at)},
                                {"is_cancelled", opinion.cancelled_at.has_value()}});
  }
  return list;
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

Result<http::Response> answer_with_case(Context& context, Id<Dossier> id) {
  dossiers::Clocks clocks;
  json::Object work;
  json::Array corrections, opinions;
  const auto file = context.tenant.read([&](db::ReadTx& tx) {
    auto found = dossiers::read_case_file(tx, id);
    if (!found) return found;
    work = work_json(tx, *found);
    corrections = corrections_json(context, tx, *found);
    opinions = opinions_json(tx, id);
    clocks = dossiers::read_clocks(tx, found->dossier, found->definition.silence, context.now);
    return found;
  });
  if (!file) return fail(ErrorKind::not_found, "dossier.not_found");
  const Dossier& dossier = file->dossier;
  json::Array messages;
  for (const auto& message : file->messages) messages.push_back(message_json(dossier, message, file->attachments));
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
            {"clocks", clocks_json(dossier, clocks)},
            {"work", std::move(work)},
            {"corrections", std::move(corrections)},
            {"opinions", std::move(opinions)},
            {"messages", std::move(messages)},
            {"history", history(context, file->events)},
            {"transitions", transitions(context, dossier)}});
}

}  // namespace clocher::api::agent
