// SQL of forgetting.
#include "tenants/dossiers/retention.hpp"

#include "core/security/token.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/deadlines.hpp"
#include "tenants/dossiers/mails.hpp"

#include <chrono>
#include <vector>

namespace clocher::dossiers {
namespace {

struct Kept {
  Dossier dossier;
  std::optional<Instant> warned_at = {};
};

std::vector<Kept> decided_cases(db::ReadTx& tx) {
  auto rows = tx.all(
      "SELECT id, retention_warned_at FROM dossier WHERE decided_at IS NOT NULL AND forgotten_at IS NULL AND state IN "
      "('accepted', 'refused', 'closed', 'withdrawn') ORDER BY id",
      [](const db::Row& row) { return std::pair(row.id<Dossier>(0), row.maybe_instant(1)); });
  std::vector<Kept> cases;
  cases.reserve(rows.size());
  for (const auto& [id, warned_at] : rows) cases.push_back({find_dossier(tx, id).value(), warned_at});
  return cases;
}

forms::RetentionEnd end_of(db::ReadTx& tx, const Dossier& dossier) {
  return forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision).retention_end;
}

void end_one(db::Tx& tx, const Dossier& dossier, Instant now) {
  if (end_of(tx, dossier) == forms::RetentionEnd::erase)
    erase(tx, dossier);
  else
    forget(tx, dossier, now);
}

}  // namespace

std::optional<Date> forgotten_after(db::ReadTx& tx, const Dossier& dossier) {
  if (!dossier.decided_at) return std::nullopt;
  const auto definition = forms::read_definition(tx, dossier.procedure_id, dossier.procedure_revision);
  const Date by_rule = add_months(to_local(*dossier.decided_at).date, definition.retention_months);
  const auto kept = kept_until(tx, dossier.id);
  return kept && *kept > by_rule ? *kept : by_rule;
}

std::optional<Date> kept_until(db::ReadTx& tx, Id<Dossier> id) {
  const auto kept = tx.one(
      "SELECT kept_until FROM dossier WHERE id = ?", [](const db::Row& row) { return parse_iso_date(row.text(0)); }, id);
  return kept.value_or(std::nullopt);
}

Result<void> keep_until(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id, std::string_view day,
                        Instant now) {
  const auto date = parse_iso_date(day);
  const Date today = to_local(now).date;
  const bool is_right = day.empty() || (date && *date > today && *date < today + std::chrono::years(longest_kept_years));
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto dossier = find_dossier(tx, id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    if (!is_right) return fail_field("kept_until", "retention.date");
    if (tx.number("SELECT forgotten_at IS NOT NULL FROM dossier WHERE id = ?", id) != 0)
      return fail(ErrorKind::conflict, "retention.forgotten");
    tx.run("UPDATE dossier SET kept_until = ?, retention_warned_at = NULL WHERE id = ?", day, id);
    tenants::append_event(tx, agent, {"dossier", id.value}, "dossier.kept", date ? to_french(*date) : std::string(),
                          now);
    return {};
  });
}

void forget(db::Tx& tx, const Dossier& dossier, Instant now) {
  const auto id = dossier.id;
  tx.run("DELETE FROM attachment WHERE dossier_id = ?", id);
  tx.run("DELETE FROM message WHERE dossier_id = ?", id);
  tx.run("DELETE FROM case_note WHERE dossier_id = ?", id);
  tx.run("DELETE FROM case_label WHERE dossier_id = ?", id);
  tx.run("DELETE FROM opinion WHERE dossier_id = ?", id);
  tx.run("UPDATE receipt SET recipient = '', body = '' WHERE dossier_id = ?", id);
  tx.run("UPDATE correction SET answers_before = '{}' WHERE dossier_id = ?", id);
  tx.run("UPDATE journal_event SET actor_name = 'habitant' WHERE subject = 'dossier' AND subject_id = ? AND actor_kind = "
         "'resident'",
         id);
  tx.run("DELETE FROM draft WHERE dossier_id = ?", id);
  tx.run("DELETE FROM document_job WHERE kind IN ('case_proof', 'silence_attestation') AND subject_id = ?", id);
  tx.run(
      "UPDATE dossier SET applicant_name = 'Personne oubliée', applicant_email = '', answers = '{}', search_text = ?, "
      "tracking_code = ?, forgotten_at = ?, read_at = COALESCE(read_at, ?) WHERE id = ?",
      dossier.reference, security::tracking_code(), now, now, id);
  index_case(tx, id);
  tenants::append_event(tx, {tenants::ActorKind::system, "Clocher"}, {"dossier", id.value}, "dossier.forgotten", "",
                        now);
}

void erase(db::Tx& tx, const Dossier& dossier) {
  const std::string month = to_iso(to_local(dossier.submitted_at).date).substr(0, 7);
  tx.run(
      "INSERT INTO case_statistic (procedure_slug, month, outcome, count) VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET "
      "count = count + 1",
      dossier.procedure_slug, month, to_string(dossier.state));
  tx.run("UPDATE journal_event SET actor_name = 'habitant' WHERE subject = 'dossier' AND subject_id = ? AND actor_kind = "
         "'resident'",
         dossier.id);
  tx.run("DELETE FROM draft WHERE dossier_id = ?", dossier.id);
  tx.run("DELETE FROM document_job WHERE kind IN ('case_proof', 'silence_attestation') AND subject_id = ?", dossier.id);
  tx.run("DELETE FROM case_text WHERE rowid = ?", dossier.id);
  tx.run("DELETE FROM dossier WHERE id = ?", dossier.id);
}

RetentionRound keep_retention(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now) {
  const std::chrono::sys_days today(to_local(now).date);
  const std::chrono::days notice(retention_warning_days);
  RetentionRound round;
  std::vector<Dossier> to_warn, to_end;
  tenant.read([&](db::ReadTx& tx) {
    for (Kept& kept : decided_cases(tx)) {
      const std::chrono::sys_days last(forgotten_after(tx, kept.dossier).value());
      if (today + notice < last) continue;
      if (!kept.warned_at)
        to_warn.push_back(std::move(kept.dossier));
      else if (today > last && today >= std::chrono::sys_days(to_local(*kept.warned_at).date) + notice)
        to_end.push_back(std::move(kept.dossier));
    }
  });
  if (!to_warn.empty()) {
    round.warned = static_cast<std::int64_t>(to_warn.size());
    tenant.write_private([&](db::Tx& tx) {
      for (const Dossier& dossier : to_warn)
        tx.run("UPDATE dossier SET retention_warned_at = ? WHERE id = ?", now, dossier.id);
      enqueue_retention_notice(tx, tenant.identity(), texts, round.warned, now);
    });
  }
  for (const Dossier& dossier : to_end) {
    tenant.write_private([&](db::Tx& tx) { end_one(tx, dossier, now); });
    ++round.forgotten;
  }
  return round;
}

}  // namespace clocher::dossiers
