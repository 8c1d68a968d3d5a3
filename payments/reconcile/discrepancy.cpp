// SQL of discrepancies, and closing one by hand.
#include "payments/reconcile/discrepancy.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"

#include <array>
#include <stdexcept>

namespace clocher::payments::reconcile {
namespace {

constexpr std::size_t longest_remark = 500;

template <class T, std::size_t N>
T value_of(const std::array<T, N>& values, std::string_view text) {
  for (const T value : values) {
    if (to_string(value) == text) return value;
  }
  throw std::runtime_error("discrepancy: a word that was never written");
}

constexpr std::array findings = {Finding::late, Finding::ours_only, Finding::theirs_only, Finding::amount_differs,
                                 Finding::doubled};
constexpr std::array actions = {Action::check_month,    Action::ask_gateway,     Action::find_payer,
                                Action::ask_accountant, Action::compare_amounts, Action::refund_double};

Discrepancy read_row(const db::Row& row) {
  Discrepancy found;
  found.id = row.id<Discrepancy>(0);
  found.regie_id = row.id<Regie>(1);
  found.finding = value_of(findings, row.text(2));
  found.action = value_of(actions, row.text(3));
  if (!row.is_null(4)) found.attempt_id = row.id<StoredAttempt>(4);
  if (!row.is_null(5)) {
    found.reference = row.text(5);
    found.our_amount = Money{row.integer(6)};
    found.our_day = to_iso(to_local(row.instant(7)).date);
    found.gateway_id = row.maybe_text(8).value_or("");
  }
  if (!row.is_null(9)) {
    found.reference = row.text(9);
    found.their_amount = Money{row.integer(10)};
    found.their_day = row.text(11);
  }
  found.found_at = row.instant(12);
  found.settled_at = row.maybe_instant(13);
  found.settled_by = row.text(14);
  found.remark = row.text(15);
  return found;
}

#define CLOCHER_DISCREPANCY                                                                                           \
  "SELECT d.id, d.regie_id, d.finding, d.action, d.attempt_id, a.reference, COALESCE(a.paid_cents, a.amount_cents), " \
  "COALESCE(a.paid_at, a.settled_at, a.started_at), a.gateway_id, l.reference, l.amount_cents, l.day, d.found_at, "   \
  "d.settled_at, d.settled_by, d.remark FROM discrepancy d LEFT JOIN payment_attempt a ON a.id = d.attempt_id "       \
  "LEFT JOIN bank_line l ON l.id = d.line_id "

}  // namespace

std::vector<Discrepancy> list_discrepancies(db::ReadTx& tx, Id<Regie> regie, Which which, int limit) {
  if (which == Which::open)
    return tx.all(CLOCHER_DISCREPANCY "WHERE d.regie_id = ? AND d.settled_at IS NULL ORDER BY d.id LIMIT ?", read_row,
                  regie, limit);
  return tx.all(CLOCHER_DISCREPANCY
                "WHERE d.regie_id = ? AND d.settled_at IS NOT NULL ORDER BY d.settled_at DESC, d.id DESC LIMIT ?",
                read_row, regie, limit);
}

std::optional<Discrepancy> find_discrepancy(db::ReadTx& tx, Id<Discrepancy> id) {
  return tx.one(CLOCHER_DISCREPANCY "WHERE d.id = ?", read_row, id);
}

#undef CLOCHER_DISCREPANCY

Result<Discrepancy> settle_discrepancy(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Discrepancy> id,
                                       std::string_view remark, Instant now) {
  const std::string kept = forms::clean_block(remark);
  return tenant.write_private([&](db::Tx& tx) -> Result<Discrepancy> {
    const auto found = find_discrepancy(tx, id);
    if (!found) return fail(ErrorKind::not_found, "discrepancy.not_found");
    if (found->settled_at) return fail(ErrorKind::conflict, "discrepancy.settled");
    if (kept.empty() || length_in_characters(kept) > longest_remark) return fail_field("remark", "discrepancy.remark");
    tx.run("UPDATE discrepancy SET settled_at = ?, settled_by = ?, remark = ? WHERE id = ?", now, actor.name, kept, id);
    append_event(tx, actor, {"regie", found->regie_id.value}, "discrepancy.settled", found->reference, now);
    return find_discrepancy(tx, id).value();
  });
}

}  // namespace clocher::payments::reconcile
