// Ends the clocks that have run out, each request in its own transaction.
#include "tenants/dossiers/silence.hpp"

#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::dossiers {
namespace {

using Rule = forms::Silence::Rule;

std::vector<Id<Dossier>> without_day(db::ReadTx& tx) {
  return tx.all("SELECT id FROM dossier WHERE silence_on IS NULL ORDER BY id LIMIT 500",
                [](const db::Row& row) { return row.id<Dossier>(0); });
}

// Requests from before the clocks were kept.
void work_out_missing_days(tenants::Tenant& tenant) {
  for (auto ids = tenant.read(without_day); !ids.empty(); ids = tenant.read(without_day)) {
    tenant.write_private([&](db::Tx& tx) {
      for (const auto id : ids) work_out_silence(tx, id);
    });
  }
}

struct OwedReceipt {
  Id<Dossier> id;
  Instant received;
};

std::vector<OwedReceipt> newly_failed(db::ReadTx& tx) {
  return tx.all(
      "SELECT d.id, d.submitted_at FROM dossier d JOIN receipt r ON r.dossier_id = d.id JOIN outbox o ON o.id = "
      "r.outbox_id WHERE r.sent_at IS NULL AND o.state = 'failed' AND d.unacknowledged_by = '' ORDER BY d.id",
      [](const db::Row& row) { return OwedReceipt{row.id<Dossier>(0), row.instant(1)}; });
}

bool has_news_of_receipts(db::ReadTx& tx) {
  return tx.number(
             "SELECT EXISTS (SELECT 1 FROM receipt r JOIN outbox o ON o.id = r.outbox_id WHERE r.sent_at IS NULL AND "
             "o.state IN ('sent', 'failed'))") != 0;
}

void note_receipts(tenants::Tenant& tenant) {
  if (!tenant.read(has_news_of_receipts)) return;
  tenant.write_private([](db::Tx& tx) {
    tx.run(
        "UPDATE receipt SET sent_at = (SELECT o.sent_at FROM outbox o WHERE o.id = receipt.outbox_id AND o.state = "
        "'sent') WHERE sent_at IS NULL");
    tx.run(
        "UPDATE dossier SET unacknowledged_by = '' WHERE unacknowledged_by <> '' AND id IN (SELECT r.dossier_id FROM "
        "receipt r WHERE r.sent_at IS NOT NULL)");
    const std::string department = tenants::read_profile(tx).department_code;
    for (const OwedReceipt& owed : newly_failed(tx)) {
      tx.run("UPDATE dossier SET unacknowledged_by = ? WHERE id = ?",
             to_iso(acknowledgement_deadline(to_local(owed.received).date, department)), owed.id);
    }
  });
}

std::vector<Id<Dossier>> run_out(db::ReadTx& tx, Date today) {
  return tx.all(
      "SELECT id FROM dossier WHERE silence_on <> '' AND silence_on < ? AND decided_at IS NULL AND state IN "
      "('submitted', 'in_progress', 'waiting_for_resident') ORDER BY silence_on, id",
      [](const db::Row& row) { return row.id<Dossier>(0); }, to_iso(today));
}

// Looked at again inside the transaction: an agent may have decided meanwhile.
bool decide(db::Tx& tx, const tenants::Tenant& tenant, const tenants::Texts& texts, Id<Dossier> id, Instant now) {
  auto dossier = find_dossier(tx, id);
  if (!dossier || dossier->decided_at || !dossier->silence_on || *dossier->silence_on >= to_local(now).date)
    return false;
  const auto silence = forms::read_definition(tx, dossier->procedure_id, dossier->procedure_revision).silence;
  const State to = silence.rule == Rule::acceptance ? State::accepted : State::refused;
  if (silence.rule == Rule::none || find_transition(dossier->state, to, Mover::silence) == nullptr) return false;
  dossier->silence = to == State::accepted ? "acceptance" : "rejection";
  const tenants::Actor law{tenants::ActorKind::system, texts.catalogue.text("silence.actor")};
  tenants::append_event(tx, law, {"dossier", id.value}, "dossier.silence", dossier->silence, now);
  set_state(tx, law, *dossier, to, now);
  // The agents have something new to look at.
  tx.run("UPDATE dossier SET silence = ?, read_at = NULL WHERE id = ?", dossier->silence, id);
  enqueue_silence_notices(tx, tenant.identity(), texts, *dossier, now);
  return true;
}

}  // namespace

std::int64_t keep_clocks(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now) {
  work_out_missing_days(tenant);
  note_receipts(tenant);
  std::int64_t decided = 0;
  const Date today = to_local(now).date;
  for (const auto id : tenant.read([&](db::ReadTx& tx) { return run_out(tx, today); })) {
    decided += tenant.write_private([&](db::Tx& tx) { return decide(tx, tenant, texts, id, now) ? 1 : 0; });
  }
  return decided;
}

}  // namespace clocher::dossiers
