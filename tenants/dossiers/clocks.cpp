// SQL of the clocks.
#include "tenants/dossiers/clocks.hpp"

#include "core/security/crypto.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/profile.hpp"

#include <chrono>

namespace clocher::dossiers {
namespace {

std::optional<Receipt> find_receipt(db::ReadTx& tx, Id<Dossier> id) {
  return tx.one(
      "SELECT r.recipient, r.sha256, r.issued_at, COALESCE(r.sent_at, o.sent_at), COALESCE(o.state, '') FROM receipt r "
      "LEFT JOIN outbox o ON o.id = r.outbox_id WHERE r.dossier_id = ?",
      [](const db::Row& row) {
        return Receipt{row.text(0), row.text(1), row.instant(2), row.maybe_instant(3), row.text(4) == "failed"};
      },
      id);
}

}  // namespace

std::vector<Ask> asks_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.all(
      "SELECT asked_at, answer_before, ended_at FROM correction WHERE dossier_id = ? ORDER BY id",
      [](const db::Row& row) {
        const auto ended = row.maybe_instant(2);
        return Ask{to_local(row.instant(0)).date, parse_iso_date(row.text(1)).value(),
                   ended ? std::optional(to_local(*ended).date) : std::nullopt};
      },
      id);
}

std::optional<Date> answer_expected_before(db::ReadTx& tx, Id<Dossier> id) {
  return tx.one(
      "SELECT answer_before FROM correction WHERE dossier_id = ? AND ended_at IS NULL ORDER BY id DESC LIMIT 1",
      [](const db::Row& row) { return parse_iso_date(row.text(0)).value(); }, id);
}

Clocks read_clocks(db::ReadTx& tx, const Dossier& dossier, const forms::Silence& silence, Instant now) {
  const Date received = to_local(dossier.submitted_at).date;
  Clocks clocks{.acknowledge_by = acknowledgement_deadline(received, tenants::read_profile(tx).department_code),
                .receipt = find_receipt(tx, dossier.id),
                .silence = silence,
                .silence_clock = {},
                .asks = asks_of(tx, dossier.id)};
  clocks.silence_clock = run_silence_clock(silence, received, clocks.asks, to_local(now).date);
  return clocks;
}

std::string receipt_text(db::ReadTx& tx, Id<Dossier> id) {
  return tx
      .one("SELECT body FROM receipt WHERE dossier_id = ?", [](const db::Row& row) { return row.text(0); }, id)
      .value_or("");
}

void keep_receipt(db::Tx& tx, const Dossier& dossier, std::string_view body, Id<tenants::OutboxItem> mail,
                  Instant now) {
  tx.run("INSERT INTO receipt (dossier_id, recipient, body, sha256, issued_at, outbox_id) VALUES (?, ?, ?, ?, ?, ?)",
         dossier.id, dossier.applicant_email, body, security::sha256_hex(body), now, mail);
}

void keep_handed_receipt(db::Tx& tx, const Dossier& dossier, std::string_view body, Instant now) {
  tx.run(
      "INSERT INTO receipt (dossier_id, recipient, body, sha256, issued_at, outbox_id, sent_at) VALUES (?, '', ?, ?, ?, "
      "0, ?)",
      dossier.id, body, security::sha256_hex(body), now, now);
}

bool is_decision(State state) { return transitions_from(state, Mover::silence).empty(); }

void move_clocks(db::Tx& tx, const tenants::Actor& actor, const Dossier& dossier, State to, Instant now) {
  tx.run("UPDATE correction SET ended_at = ? WHERE dossier_id = ? AND ended_at IS NULL", now, dossier.id);
  if (to == State::waiting_for_resident) {
    const Date before(std::chrono::sys_days(to_local(now).date) + std::chrono::days(usual_answer_days));
    tx.run("INSERT INTO correction (dossier_id, answer_before, asked_by, asked_at) VALUES (?, ?, ?, ?)", dossier.id,
           to_iso(before), actor.name, now);
  }
  if (is_decision(to)) tx.run("UPDATE dossier SET decided_at = COALESCE(decided_at, ?) WHERE id = ?", now, dossier.id);
  work_out_silence(tx, dossier.id);
}

void work_out_silence(db::Tx& tx, Id<Dossier> id) {
  const auto dossier = find_dossier(tx, id);
  if (!dossier) return;
  const auto silence = forms::read_definition(tx, dossier->procedure_id, dossier->procedure_revision).silence;
  const Date received = to_local(dossier->submitted_at).date;
  const auto day = run_silence_clock(silence, received, asks_of(tx, id), received).decides_on;
  tx.run("UPDATE dossier SET silence_on = ? WHERE id = ?", day ? to_iso(*day) : std::string(), id);
}

}  // namespace clocher::dossiers
