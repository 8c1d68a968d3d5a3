// SQL that reads attempts, and the answers kept of them.
#include "payments/attempt.hpp"

#include <algorithm>
#include <array>

namespace clocher::payments {
namespace {

StoredAttempt read_row(const db::Row& row) {
  StoredAttempt attempt;
  attempt.id = row.id<StoredAttempt>(0);
  attempt.debt_id = row.id<Debt>(1);
  attempt.regie_id = row.id<Regie>(2);
  attempt.gateway = parse_gateway_kind(row.text(3)).value();
  attempt.account = row.text(4);
  attempt.mode = parse_mode(row.text(5)).value();
  attempt.reference = row.text(6);
  attempt.amount = {row.integer(7)};
  attempt.email = row.text(8);
  attempt.return_key = row.text(9);
  attempt.state = parse_payment_state(row.text(10)).value();
  attempt.gateway_id = row.maybe_text(11).value_or("");
  attempt.redirection = row.text(12);
  attempt.started_at = row.instant(13);
  attempt.opened_at = row.maybe_instant(14);
  attempt.settled_at = row.maybe_instant(15);
  attempt.next_question_at = row.maybe_instant(16);
  attempt.asked_at = row.maybe_instant(17);
  attempt.questions = row.integer(18);
  attempt.last_fault = row.text(19);
  attempt.result = row.text(20);
  attempt.means = row.text(21);
  attempt.authorization = row.text(22);
  if (!row.is_null(23)) attempt.paid = Money{row.integer(23)};
  attempt.local_date = row.text(24);
  attempt.local_time = row.text(25);
  attempt.paid_at = row.maybe_instant(26);
  attempt.mismatches = row.text(27);
  attempt.evidence_sha256 = row.text(28);
  attempt.looked_at = row.maybe_instant(29);
  attempt.looked_by = row.text(30);
  return attempt;
}

}  // namespace

bool StoredAttempt::is_alive() const {
  return state == PaymentState::created || state == PaymentState::sent || state == PaymentState::pending;
}

#define CLOCHER_ATTEMPT                                                                                                \
  "SELECT id, debt_id, regie_id, gateway, account, mode, reference, amount_cents, email, return_key, state, "          \
  "gateway_id, "                                                                                                       \
  "redirection, started_at, opened_at, settled_at, next_question_at, asked_at, questions, last_fault, result, means, " \
  "authorization, paid_cents, local_date, local_time, paid_at, mismatches, evidence_sha256, looked_at, looked_by "     \
  "FROM payment_attempt "

std::optional<StoredAttempt> find_attempt(db::ReadTx& tx, Id<StoredAttempt> id) {
  return tx.one(CLOCHER_ATTEMPT "WHERE id = ?", read_row, id);
}

std::optional<StoredAttempt> find_attempt_named(db::ReadTx& tx, GatewayKind gateway, std::string_view gateway_id) {
  return tx.one(CLOCHER_ATTEMPT "WHERE gateway = ? AND gateway_id = ?", read_row, to_string(gateway), gateway_id);
}

std::optional<StoredAttempt> find_attempt_by_return(db::ReadTx& tx, std::string_view return_key) {
  return tx.one(CLOCHER_ATTEMPT "WHERE return_key = ?", read_row, return_key);
}

std::optional<StoredAttempt> live_attempt(db::ReadTx& tx, Id<Debt> debt) {
  return tx.one(CLOCHER_ATTEMPT "WHERE debt_id = ? AND state IN ('created', 'sent', 'pending')", read_row, debt);
}

std::vector<StoredAttempt> attempts_of(db::ReadTx& tx, Id<Debt> debt) {
  return tx.all(CLOCHER_ATTEMPT "WHERE debt_id = ? ORDER BY id DESC", read_row, debt);
}

std::vector<StoredAttempt> list_attempts(db::ReadTx& tx, const AttemptFilter& filter) {
  const std::string state = filter.state ? std::string(to_string(*filter.state)) : "";
  return tx.all(CLOCHER_ATTEMPT
                "WHERE (?1 IS NULL OR regie_id = ?1) AND (?2 = '' OR state = ?2) "
                "AND (?3 = 0 OR state IN ('created', 'sent', 'pending', 'unknown')) "
                "AND (?4 = 0 OR (looked_at IS NULL AND (mismatches <> '' OR state IN ('paid_late', 'unknown')))) "
                "AND (?5 = 0 OR id < ?5) ORDER BY id DESC LIMIT ?6",
                read_row, filter.regie_id, state, filter.only_pending ? 1 : 0, filter.only_flagged ? 1 : 0,
                filter.before_id, filter.limit);
}

std::vector<StoredAttempt> due_attempts(db::ReadTx& tx, Instant now, int limit) {
  return tx.all(CLOCHER_ATTEMPT "WHERE next_question_at <= ? ORDER BY next_question_at, id LIMIT ?", read_row, now,
                limit);
}

#undef CLOCHER_ATTEMPT

std::optional<Instant> next_question_due(db::ReadTx& tx) {
  const auto due = tx.one("SELECT MIN(next_question_at) FROM payment_attempt WHERE next_question_at IS NOT NULL",
                          [](const db::Row& row) { return row.maybe_instant(0); });
  return due.value_or(std::nullopt);
}

std::string_view to_string(AnswerKind kind) {
  constexpr std::array<std::string_view, 4> words = {"start", "answer", "fault", "notification"};
  return words.at(static_cast<std::size_t>(kind));
}

void keep_answer(db::Tx& tx, Id<StoredAttempt> attempt, AnswerKind kind, std::string_view outcome,
                 const Evidence& evidence) {
  if (evidence.raw.empty()) return;
  tx.run(
      "INSERT INTO payment_answer (attempt_id, kind, outcome, raw, sha256, received_at) VALUES (?, ?, ?, ?, ?, ?) "
      "ON CONFLICT (attempt_id, kind, sha256) DO NOTHING",
      attempt, to_string(kind), outcome, db::Blob{evidence.raw}, evidence.sha256, evidence.received_at);
}

std::vector<StoredAnswer> answers_of(db::ReadTx& tx, Id<StoredAttempt> attempt) {
  return tx.all(
      "SELECT id, kind, outcome, raw, sha256, received_at FROM payment_answer WHERE attempt_id = ? ORDER BY id",
      [](const db::Row& row) {
        return StoredAnswer{row.integer(0), row.text(1), row.text(2), row.blob(3), row.text(4), row.instant(5)};
      },
      attempt);
}

}  // namespace clocher::payments
