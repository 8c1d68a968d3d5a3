// SQL of corrections.
#include "tenants/dossiers/correction.hpp"

#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/stored_file.hpp"
#include "tenants/forms/field_type.hpp"

#include <algorithm>
#include <chrono>

namespace clocher::dossiers {
namespace {

Correction read_correction(const db::Row& row) {
  Correction correction;
  correction.id = row.id<Correction>(0);
  const json::Value fields = json::parse_trusted(row.text(1));
  for (const json::Value& field : fields.as_array()) correction.fields.emplace_back(field.as_string());
  correction.answer_before = parse_iso_date(row.text(2)).value();
  correction.asked_by = row.text(3);
  correction.asked_at = row.instant(4);
  correction.ended_at = row.maybe_instant(5);
  correction.answers_before = json::parse_trusted(row.text(6)).as_object();
  return correction;
}

bool may_be_corrected(const forms::Definition& definition, std::string_view id) {
  const forms::Field* field = forms::find_field(definition, id);
  return field != nullptr && field->type->nature != forms::FieldNature::note &&
         field->type->nature != forms::FieldNature::computed;
}

std::optional<Date> last_day(const std::string& typed, Date today) {
  const std::chrono::sys_days from(today);
  if (typed.empty()) return Date(from + std::chrono::days(usual_answer_days));
  const auto date = parse_iso_date(typed);
  if (!date || std::chrono::sys_days(*date) <= from) return std::nullopt;
  return std::chrono::sys_days(*date) <= from + std::chrono::days(longest_answer_days) ? date : std::nullopt;
}

// Only the fields of the correction: whatever else a request holds stays outside.
void take_over(forms::Answers& answers, const Correction& correction, const forms::Answers& given) {
  for (const std::string& field : correction.fields) {
    answers.erase(field);
    if (const json::Value* value = given.if_contains(field)) answers[field] = *value;
  }
}

}  // namespace

std::vector<Correction> corrections_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.all(
      "SELECT id, fields, answer_before, asked_by, asked_at, ended_at, answers_before FROM correction WHERE dossier_id = "
      "? ORDER BY id",
      read_correction, id);
}

std::optional<Correction> open_correction(db::ReadTx& tx, Id<Dossier> id) {
  return tx.one(
      "SELECT id, fields, answer_before, asked_by, asked_at, ended_at, answers_before FROM correction WHERE dossier_id = "
      "? AND ended_at IS NULL AND fields <> '[]' ORDER BY id DESC LIMIT 1",
      read_correction, id);
}

Result<void> describe_correction(db::Tx& tx, const Dossier& dossier, const CorrectionRequest& request, Instant now) {
  const auto definition = forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision);
  json::Array fields;
  for (const std::string& field : request.fields) {
    if (!may_be_corrected(definition, field)) return fail_field("fields", "correction.unknown_field");
    fields.emplace_back(field);
  }
  const auto before = last_day(request.answer_before, to_local(now).date);
  if (!before) return fail_field("answer_before", "correction.date");
  tx.run("UPDATE correction SET fields = ?, answer_before = ? WHERE dossier_id = ? AND ended_at IS NULL",
         json::serialize(fields), to_iso(*before), dossier.id);
  work_out_silence(tx, dossier.id);
  return {};
}

forms::Definition correction_form(const forms::Definition& definition, const Correction& correction) {
  forms::Definition form = definition;
  form.steps.assign(1, {"correction", definition.title, "", std::nullopt, {}});
  for (const forms::Step& step : definition.steps) {
    for (const forms::Field& field : step.fields) {
      if (std::ranges::find(correction.fields, field.id) == correction.fields.end()) continue;
      form.steps.front().fields.push_back(field);
      form.steps.front().fields.back().show_if.reset();
    }
  }
  return form;
}

Result<Dossier> answer_correction(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Dossier> id,
                                  const forms::StepReading& reading, Instant now) {
  const std::vector<StoredFile> files = store_files(tenant, reading.files);
  return tenant.write_private([&](db::Tx& tx) -> Result<Dossier> {
    auto dossier = find_dossier(tx, id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    const auto correction = open_correction(tx, id);
    if (!correction || dossier->state != State::waiting_for_resident)
      return fail(ErrorKind::conflict, "correction.over");
    forms::Answers given = reading.values;
    for (const StoredFile& file : files) {
      const auto attachment = insert_attachment(tx, {.dossier = id}, file, now);
      forms::add_file(given, file.accepted->field,
                      {attachment.value, file.accepted->name, file.accepted->size_bytes(), file.accepted->content_type});
    }
    forms::Answers old;
    take_over(old, *correction, dossier->answers);
    take_over(dossier->answers, *correction, given);
    const auto definition = forms::read_definition(tx, dossier->procedure_id, dossier->procedure_revision);
    // As of the day it was sent: an age must not grow because a street was corrected.
    dossier->answers = forms::prune(
        definition, forms::with_computed(definition, dossier->answers, to_local(dossier->submitted_at).date));
    tx.run("UPDATE correction SET answers_before = ? WHERE id = ?", json::serialize(old), correction->id);
    tx.run("UPDATE dossier SET answers = ?, read_at = NULL WHERE id = ?", json::serialize(dossier->answers), id);
    const tenants::Actor resident{tenants::ActorKind::resident, dossier->applicant_name};
    tenants::append_event(tx, resident, {"dossier", id.value}, "dossier.corrected", "", now);
    set_state(tx, resident, *dossier, State::in_progress, now);
    index_case(tx, id);
    enqueue_answer_notice(tx, tenant.identity(), texts, *dossier, now);
    return *find_dossier(tx, id);
  });
}

}  // namespace clocher::dossiers
