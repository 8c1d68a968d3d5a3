// SQL of the payments that cases wait for.
#include "tenants/dossiers/case_payment.hpp"

#include "tenants/journal/event.hpp"

namespace clocher::dossiers {
namespace {

CasePayment read_row(const db::Row& row) {
  return {row.id<Dossier>(0), row.text(1),    {row.integer(2)},    row.text(3),
          row.text(4),        row.instant(5), row.maybe_instant(6)};
}

Money amount_of(const Dossier& dossier, const forms::PaymentRule& rule) {
  if (rule.amount_cents > 0) return {rule.amount_cents};
  const json::Value* answer = dossier.answers.if_contains(rule.amount_field);
  const std::int64_t* cents = answer == nullptr ? nullptr : answer->if_int64();
  return {cents == nullptr ? 0 : *cents};
}

}  // namespace

void await_payment(db::Tx& tx, const Dossier& dossier, const forms::PaymentRule& rule, Instant now) {
  const Money amount = amount_of(dossier, rule);
  if (amount <= Money{}) return;
  tx.run("INSERT INTO case_payment (dossier_id, product, amount_cents, asked_at) VALUES (?, ?, ?, ?)", dossier.id,
         rule.product, amount, now);
  tenants::append_event(tx, {tenants::ActorKind::system, "mairie"}, {"dossier", dossier.id.value},
                        "dossier.payment_awaited", format_french(amount), now);
}

std::optional<CasePayment> payment_of(db::ReadTx& tx, Id<Dossier> id) {
  return tx.one(
      "SELECT dossier_id, product, amount_cents, reference, path, asked_at, paid_at FROM case_payment WHERE dossier_id "
      "= ?",
      read_row, id);
}

std::vector<CasePayment> awaited_payments(db::ReadTx& tx) {
  return tx.all(
      "SELECT dossier_id, product, amount_cents, reference, path, asked_at, paid_at FROM case_payment WHERE paid_at IS "
      "NULL ORDER BY "
      "reference <> '', dossier_id DESC LIMIT 1000",
      read_row);
}

void name_payment(db::Tx& tx, Id<Dossier> id, std::string_view reference, std::string_view path) {
  tx.run("UPDATE case_payment SET reference = ?, path = ? WHERE dossier_id = ?", reference, path, id);
}

void note_paid(db::Tx& tx, Id<Dossier> id, Instant now) {
  if (tx.change("UPDATE case_payment SET paid_at = ? WHERE dossier_id = ? AND paid_at IS NULL", now, id) == 0) return;
  tx.run("UPDATE dossier SET read_at = NULL, updated_at = ? WHERE id = ?", now, id);
  const auto payment = payment_of(tx, id);
  tenants::append_event(tx, {tenants::ActorKind::system, "paiement"}, {"dossier", id.value}, "dossier.paid",
                        format_french(payment->amount), now);
}

}  // namespace clocher::dossiers
