// Plays PayFiP: answers by age, forgets nothing, changes a result when the test says so.
#include "tests/payments/money/played_gateway.hpp"

namespace clocher::test {
namespace {

using namespace payments;

constexpr std::int64_t settled_seconds = 20 * one_minute;

class PlayedGateway final : public Gateway {
 public:
  PlayedGateway(PlayedBank& bank, GatewayAccount account) : bank_(bank), account_(std::move(account)) {}

  Reply<StartedPayment> start(const PaymentOrder& order, Instant now) override {
    if (bank_.refuses_to_start) return Refusal({FaultKind::transient, "timed_out", "payfip.fault.timed_out", "", {}});
    const std::string id = bank_.open(order, account_);
    return StartedPayment{
        id, {Redirection::How::get, "https://bank.example/" + id}, make_evidence("started " + id, now)};
  }

  Reply<PaymentStatus> ask(const Question& question) override {
    ++bank_.questions;
    return bank_.answer(question);
  }

  Reply<Connection> test_connection(Instant) override { return Connection{Connection::Proof::answered, "REGIE"}; }

  std::optional<std::string> attempt_named_by(const http::Form& fields) const override {
    return std::string(fields.get("idop"));
  }

 private:
  PlayedBank& bank_;
  const GatewayAccount account_;
};

}  // namespace

GatewayMaker PlayedBank::maker() {
  return [this](const GatewayAccount& account) { return std::make_unique<PlayedGateway>(*this, account); };
}

std::string PlayedBank::open(const PaymentOrder& order, const GatewayAccount& account) {
  std::string id = "op-" + std::to_string(next_id++);
  operations[id] = {order, account};
  return id;
}

Reply<PaymentStatus> PlayedBank::answer(const Question& question) const {
  if (is_away) return Refusal({FaultKind::transient, "timed_out", "payfip.fault.timed_out", "", {}});
  const auto found = operations.find(question.attempt.id);
  PaymentStatus status;
  const bool is_old = question.now - question.attempt.started_at >= settled_seconds;
  if (found == operations.end()) {
    status.outcome = Outcome::expired;
  } else if (found->second.outcome == Outcome::waiting) {
    status.outcome = is_old ? Outcome::expired : Outcome::waiting;
  } else if (found->second.outcome == Outcome::cancelled) {
    status.outcome = is_old ? Outcome::cancelled : Outcome::waiting;
  } else {
    status.outcome = found->second.outcome;
  }
  status.result = to_string(status.outcome);
  if (found != operations.end()) {
    const PlayedOperation& operation = found->second;
    if (status.outcome == Outcome::paid) {
      status.amount = operation.amount.value_or(operation.order.amount);
      status.is_test = operation.account.mode == Mode::test;
      if (*status.amount != question.attempt.amount) status.mismatches.push_back(Mismatch::amount);
    }
    if (operation.is_altered) status.mismatches.push_back(Mismatch::reference);
  }
  status.evidence = make_evidence(question.attempt.id + " " + status.result, question.now);
  return status;
}

}  // namespace clocher::test
