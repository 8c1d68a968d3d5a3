// One attempt to pay a debt, as it lies on the disk, and what the gateway said of it. Its state follows payment_state only.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/db/database.hpp"
#include "payments/debt.hpp"
#include "payments/gateway.hpp"
#include "payments/payment_state.hpp"
#include "payments/regie.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

struct StoredAttempt {
  Id<StoredAttempt> id;
  Id<Debt> debt_id;
  Id<Regie> regie_id;
  GatewayKind gateway = GatewayKind::payfip;
  std::string account;  // of the régie when it started: the answer must name it
  Mode mode = Mode::test;
  std::string reference;
  Money amount;
  std::string email;
  std::string return_key;
  PaymentState state = PaymentState::created;
  std::string gateway_id;   // "" until the gateway has named it
  std::string redirection;  // JSON, see redirection_json
  Instant started_at;
  std::optional<Instant> opened_at, settled_at, next_question_at, asked_at;
  std::int64_t questions = 0;
  std::string last_fault;
  std::string result, means, authorization;
  std::optional<Money> paid;  // as the gateway says
  std::string local_date, local_time;
  std::optional<Instant> paid_at;
  std::string mismatches;  // "amount,reference": quarantine
  std::string evidence_sha256;
  std::optional<Instant> looked_at;
  std::string looked_by;

  [[nodiscard]] bool is_alive() const;  // a payment may be going on: no other begins
  [[nodiscard]] bool is_quarantined() const { return !mismatches.empty(); }
};

[[nodiscard]] std::optional<StoredAttempt> find_attempt(db::ReadTx& tx, Id<StoredAttempt> id);
[[nodiscard]] std::optional<StoredAttempt> find_attempt_named(db::ReadTx& tx, GatewayKind gateway,
                                                              std::string_view gateway_id);
[[nodiscard]] std::optional<StoredAttempt> find_attempt_by_return(db::ReadTx& tx, std::string_view return_key);
[[nodiscard]] std::optional<StoredAttempt> live_attempt(db::ReadTx& tx, Id<Debt> debt);
[[nodiscard]] std::vector<StoredAttempt> attempts_of(db::ReadTx& tx, Id<Debt> debt);  // newest first

struct AttemptFilter {
  std::optional<Id<Regie>> regie_id = {};
  std::optional<PaymentState> state = {};
  bool only_pending = false;  // the end is not known
  bool only_flagged = false;  // quarantined, late or unclear, and nobody has dealt with it
  std::int64_t before_id = 0;
  int limit = 50;
};
[[nodiscard]] std::vector<StoredAttempt> list_attempts(db::ReadTx& tx, const AttemptFilter& filter);  // newest first

// Whose turn it is to be asked about, the longest waiting first.
[[nodiscard]] std::vector<StoredAttempt> due_attempts(db::ReadTx& tx, Instant now, int limit);
[[nodiscard]] std::optional<Instant> next_question_due(db::ReadTx& tx);

enum class AnswerKind { start, answer, fault, notification };
[[nodiscard]] std::string_view to_string(AnswerKind kind);

struct StoredAnswer {
  std::int64_t id = 0;
  std::string kind, outcome, raw, sha256;
  Instant received_at;
};
// The same bytes are kept once per attempt and kind: a poll that brings nothing new adds nothing.
void keep_answer(db::Tx& tx, Id<StoredAttempt> attempt, AnswerKind kind, std::string_view outcome,
                 const Evidence& evidence);
[[nodiscard]] std::vector<StoredAnswer> answers_of(db::ReadTx& tx, Id<StoredAttempt> attempt);  // oldest first

}  // namespace clocher::payments
