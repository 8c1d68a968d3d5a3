// Clocks, work, corrections and opinions of a case.
#include "api/agent/case_json.hpp"

#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/opinion.hpp"
#include "tenants/dossiers/retention.hpp"
#include "tenants/dossiers/work.hpp"
#include "tenants/forms/field_type.hpp"

namespace clocher::api::agent {
namespace {

using dossiers::Dossier;

std::string_view name_of(forms::Silence::Rule rule) {
  if (rule == forms::Silence::Rule::none) return "none";
  return rule == forms::Silence::Rule::acceptance ? "acceptance" : "rejection";
}

std::string_view receipt_state(const dossiers::Clocks& clocks) {
  if (!clocks.receipt) return "unknown";
  if (clocks.receipt->sent_at) return "sent";
  return clocks.receipt->has_failed ? "failed" : "pending";
}

}  // namespace

std::string joined(const forms::Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
  return text;
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

}  // namespace clocher::api::agent
