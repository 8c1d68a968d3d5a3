// One answer, one transaction: state, evidence, receipt, debt, news.
#include "payments/settle.hpp"

#include "core/base/log.hpp"
#include "payments/polling.hpp"

namespace clocher::payments {
namespace {

const tenants::Actor gateway_actor{tenants::ActorKind::system, "paiement en ligne"};

std::string mismatch_list(const std::vector<Mismatch>& mismatches) {
  std::string list;
  for (const Mismatch each : mismatches) list += (list.empty() ? "" : ",") + std::string(to_string(each));
  return list;
}

// No money is behind an answer without an amount above zero, nor behind one of the test mode for a payment that was none. An answer
// about something else that is not paid is no answer to us.
bool is_credible(const StoredAttempt& attempt, const PaymentStatus& status) {
  if (status.outcome != Outcome::paid) return status.mismatches.empty();
  if (status.is_test && attempt.mode != Mode::test) return false;
  return status.amount.value_or(attempt.amount) > Money{};
}

std::optional<Instant> next_question(const StoredAttempt& attempt, PaymentState state, Instant now) {
  if (holds_money(state) || state == PaymentState::refunded) return std::nullopt;
  const auto regular = next_question_at(attempt.started_at, now);
  const bool is_open = state == PaymentState::sent || state == PaymentState::pending || state == PaymentState::unknown;
  return !regular && is_open ? std::optional(now + one_day) : regular;  // what has no end is never given up
}

bool is_end(PaymentState state) {
  return state != PaymentState::created && state != PaymentState::sent && state != PaymentState::pending &&
         state != PaymentState::unknown;
}

// What is known of an attempt from now on. A state that did not move keeps what an earlier answer told.
void write_answer(db::Tx& tx, const StoredAttempt& attempt, PaymentState state, const PaymentStatus& status,
                  Instant now) {
  const auto settled = attempt.settled_at || !is_end(state) ? attempt.settled_at : std::optional(now);
  const auto next = next_question(attempt, state, now);
  if (holds_money(attempt.state) || attempt.state == PaymentState::refunded) {
    tx.run(
        "UPDATE payment_attempt SET asked_at = ?, questions = questions + 1, next_question_at = ?, last_fault = '' "
        "WHERE id = ?",
        now, next, attempt.id);
    return;
  }
  const auto paid = status.outcome == Outcome::paid && is_credible(attempt, status)
                        ? std::optional(status.amount.value_or(attempt.amount))
                        : std::nullopt;
  tx.run(
      "UPDATE payment_attempt SET state = ?, settled_at = ?, asked_at = ?, questions = questions + 1, next_question_at "
      "= ?, "
      "last_fault = '', result = ?, means = ?, authorization = ?, paid_cents = ?, local_date = ?, local_time = ?, "
      "paid_at = ?, "
      "mismatches = ?, evidence_sha256 = ? WHERE id = ?",
      to_string(state), settled, now, next, status.result, status.means, status.authorization, paid, status.local_date,
      status.local_time, status.paid_at, mismatch_list(status.mismatches), status.evidence.sha256, attempt.id);
}

Settlement credit(db::Tx& tx, const StoredAttempt& attempt, const PaymentStatus& status, Instant now) {
  const Debt before = find_debt(tx, attempt.debt_id).value();
  const LedgerLine receipt = append_line(tx,
                                         {.regie_id = attempt.regie_id,
                                          .debit = account::online,
                                          .credit = status.is_quarantined() ? account::suspense : account::debtor,
                                          .amount = status.amount.value_or(attempt.amount),
                                          .product = before.product,
                                          .debt_id = attempt.debt_id,
                                          .attempt_id = attempt.id,
                                          .label = before.object,
                                          .author = gateway_actor.name,
                                          .evidence_sha256 = status.evidence.sha256},
                                         now);
  return {find_attempt(tx, attempt.id).value(), find_debt(tx, attempt.debt_id).value(), receipt};
}

void log_state(const StoredAttempt& attempt, PaymentState state) {
  log::info("payment.moved",
            {{"attempt", attempt.id.value}, {"from", to_string(attempt.state)}, {"to", to_string(state)}});
}

void put_off(db::Tx& tx, const StoredAttempt& attempt, std::string_view fault, Instant now) {
  tx.run(
      "UPDATE payment_attempt SET asked_at = ?, questions = questions + 1, next_question_at = ?, last_fault = ? WHERE "
      "id = ?",
      now, next_question(attempt, attempt.state, now), fault, attempt.id);
}

}  // namespace

bool Settlement::is_flagged() const {
  return attempt.is_quarantined() || attempt.state == PaymentState::paid_late || debt.excess() > Money{};
}

Result<PaymentState> advance(const StoredAttempt& attempt, PaymentEvent event) {
  auto state = next_state(attempt.state, event);
  if (!state) {
    log::warning("payment.forbidden",
                 {{"attempt", attempt.id.value}, {"from", to_string(attempt.state)}, {"event", to_string(event)}});
  }
  return state;
}

std::optional<Settlement> hear(db::Tx& tx, Id<StoredAttempt> id, const PaymentStatus& status,
                               const OnSettled& on_settled, Instant now) {
  const auto attempt = find_attempt(tx, id);
  if (!attempt) return std::nullopt;
  const PaymentEvent event = is_credible(*attempt, status) ? event_of(status.outcome) : PaymentEvent::heard_unclear;
  const auto state = advance(*attempt, event);
  if (!state) {
    keep_answer(tx, id, AnswerKind::answer, "forbidden", status.evidence);
    put_off(tx, *attempt, "forbidden", now);
    return std::nullopt;
  }
  const bool is_news = *state != attempt->state;
  const std::string_view understood = event == PaymentEvent::heard_unclear ? "unclear" : to_string(status.outcome);
  keep_answer(tx, id, AnswerKind::answer, understood, status.evidence);
  write_answer(tx, *attempt, *state, status, now);
  if (!is_news) return std::nullopt;
  log_state(*attempt, *state);
  append_event(tx, gateway_actor, {"payment", id.value}, "payment.moved", to_string(*state), now);
  if (event != PaymentEvent::heard_paid || attempt->mode == Mode::test) return std::nullopt;
  Settlement settlement = credit(tx, *attempt, status, now);
  if (settlement.is_flagged())
    log::warning("payment.flagged", {{"attempt", id.value}, {"mismatches", settlement.attempt.mismatches}});
  if (on_settled) on_settled(tx, settlement, now);
  return settlement;
}

void hear_nothing(db::Tx& tx, Id<StoredAttempt> id, const GatewayFault& fault, Instant now) {
  const auto attempt = find_attempt(tx, id);
  if (!attempt || holds_money(attempt->state)) return;
  keep_answer(tx, id, AnswerKind::fault, fault.code, fault.evidence);
  put_off(tx, *attempt, fault.code, now);
}

bool ask_soon(db::Tx& tx, Id<StoredAttempt> id, Instant now) {
  return tx.change(
             "UPDATE payment_attempt SET next_question_at = MIN(COALESCE(next_question_at, ?1), ?1) WHERE id = ?2 AND "
             "gateway_id IS "
             "NOT NULL AND state NOT IN ('paid', 'paid_late', 'refund_requested', 'refunded')",
             now, id) > 0;
}

Result<StoredAttempt> note_looked_at(db::Tx& tx, const tenants::Actor& actor, Id<StoredAttempt> id, Instant now) {
  if (tx.change("UPDATE payment_attempt SET looked_at = ?, looked_by = ? WHERE id = ?", now, actor.name, id) == 0)
    return fail(ErrorKind::not_found, "payment.not_found");
  append_event(tx, actor, {"payment", id.value}, "payment.looked_at", "", now);
  return find_attempt(tx, id).value();
}

}  // namespace clocher::payments
