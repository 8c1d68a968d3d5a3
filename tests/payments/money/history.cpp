// The steps of a history. A stop of the program is a step that does not go on: what was written stays, the rest never happens.
#include "tests/payments/money/history.hpp"

#include "payments/invariants.hpp"
#include "payments/ledger.hpp"
#include "payments/pay.hpp"

#include <array>

namespace clocher::test {
namespace {

using namespace payments;

const tenants::Actor agent{tenants::ActorKind::agent, "Paul Régis"};
constexpr std::array<std::int64_t, 8> pauses = {5,        one_minute, 4 * one_minute, 16 * one_minute, 21 * one_minute,
                                                one_hour, one_day,    9 * one_day};
constexpr std::array<Outcome, 5> ends = {Outcome::paid, Outcome::paid, Outcome::refused, Outcome::cancelled,
                                         Outcome::waiting};

Attempt asked(const StoredAttempt& attempt) {
  return {attempt.gateway_id, attempt.started_at, attempt.amount, attempt.reference, attempt.mode};
}

}  // namespace

std::uint64_t Dice::roll() {
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  return state_ * 0x2545F4914F6CDD1DULL >> 16;
}

History::History(db::Tx& tx, std::uint64_t seed, std::vector<Id<Regie>> regies, Instant start)
    : tx_(tx), dice_(seed), regies_(std::move(regies)), now_(start) {}

std::string History::run() {
  owe();
  const int steps = 3 + dice_.below(8);
  for (int i = 0; i < steps; ++i) {
    step();
    if (std::string broken = broken_rule(); !broken.empty()) return broken + " after: " + told_;
  }
  bank_.is_away = false;
  now_ = now_ + one_hour + one_day;  // at the latest then, everything open is asked about
  ask_due();
  if (std::string broken = broken_rule(); !broken.empty()) return broken + " in the end, after: " + told_;
  return missing_money();
}

void History::step() {
  switch (dice_.below(10)) {
    case 0: return owe();
    case 1:
    case 2: return start_paying();
    case 3:
    case 4: return act_at_gateway();
    case 5: return notify();
    case 6: return let_time_pass();
    case 7: return work_at_counter();
    default: return ask_due();
  }
}

Debt History::any_debt() {
  const auto at = static_cast<std::size_t>(dice_.below(static_cast<int>(debts_.size())));
  return find_debt(tx_, debts_.at(at)).value();
}

void History::owe() {
  say("owe");
  const auto regie = regies_.at(static_cast<std::size_t>(dice_.below(2)));
  const auto debt = create_debt(
      tx_, agent, {.regie_id = regie, .product = "cantine", .object = "Cantine", .amount = {100 + dice_.below(9000)}},
      now_);
  debts_.push_back(debt.value().id);
}

// Stops may come between any two writes: after the intent, after the gateway named it.
void History::start_paying() {
  say("start");
  const Debt debt = any_debt();
  const auto planned = plan_attempt(tx_, debt.id, "parent@exemple.fr", now_);
  if (!planned) return say("(" + planned.error().key + ")");
  if (dice_.once_in(8)) return say("stop-after-intent");
  if (dice_.once_in(8)) {
    const bool gateway_knows = dice_.once_in(2);
    if (gateway_knows)
      bank_.open({.amount = planned->amount, .reference = planned->reference},
                 {planned->gateway, planned->account, "", planned->mode});
    note_not_started(tx_, planned->id, {FaultKind::transient, "timed_out", "", "", {}}, now_);
    return say("timed-out");
  }
  const std::string id = bank_.open({.amount = planned->amount, .reference = planned->reference},
                                    {planned->gateway, planned->account, "", planned->mode});
  if (dice_.once_in(8)) return say("stop-before-name");
  (void)note_started(tx_, planned->id,
                     {id, {Redirection::How::get, "https://bank.example/"}, make_evidence("started " + id, now_)}, now_)
      .value();
}

// Only what we named was ever opened in a browser.
void History::act_at_gateway() {
  for (auto& [id, operation] : bank_.operations) {
    const bool was_opened = find_attempt_named(tx_, GatewayKind::payfip, id).has_value();
    if (!was_opened || operation.outcome == Outcome::paid || operation.outcome == Outcome::refused || dice_.once_in(2))
      continue;
    operation.outcome = ends.at(static_cast<std::size_t>(dice_.below(5)));
    if (operation.outcome == Outcome::paid && dice_.once_in(12))
      operation.amount = Money{operation.order.amount.cents + 1};
    if (dice_.once_in(30)) operation.is_altered = true;
    say("gateway:" + std::string(to_string(operation.outcome)) + (operation.is_altered ? "!" : ""));
  }
}

void History::notify() {
  say("notify");
  if (dice_.once_in(3)) return;  // forged: nobody has this name, nothing is found
  for (const auto& [id, operation] : bank_.operations) {
    const auto attempt = find_attempt_named(tx_, GatewayKind::payfip, id);
    for (int times = dice_.below(3); attempt && times > 0; --times) (void)ask_soon(tx_, attempt->id, now_);
  }
}

void History::let_time_pass() {
  const std::int64_t pause = pauses.at(static_cast<std::size_t>(dice_.below(static_cast<int>(pauses.size()))));
  say("+" + std::to_string(pause) + "s");
  now_ = now_ + pause;
  bank_.is_away = dice_.once_in(5);
}

void History::hear(const StoredAttempt& attempt) {
  if (attempt.gateway_id.empty())
    return note_not_started(tx_, attempt.id, {FaultKind::transient, "cut_short", "", "", {}}, now_);
  const auto status = bank_.answer({asked(attempt), "", now_});
  if (!status) return hear_nothing(tx_, attempt.id, status.error(), now_);
  if (status->outcome == Outcome::paid) heard_paid_.insert(attempt.id.value);
  const int times = dice_.once_in(4) ? 2 : 1;  // the page of the browser and the poll hear the same
  for (int i = 0; i < times; ++i) payments::hear(tx_, attempt.id, *status, {}, now_);
}

void History::ask_due() {
  say("ask");
  for (const StoredAttempt& attempt : due_attempts(tx_, now_, 100)) hear(attempt);
}

void History::work_at_counter() {
  const Debt debt = any_debt();
  if (dice_.once_in(2)) {
    say("cancel");
    (void)cancel_debt(tx_, agent, debt.id, "Erreur", now_);
    return;
  }
  say("cash");
  const LedgerLine line = append_line(tx_,
                                      {.regie_id = debt.regie_id,
                                       .debit = "cash",
                                       .credit = account::debtor,
                                       .amount = {1 + dice_.below(5000)},
                                       .product = debt.product,
                                       .debt_id = debt.id,
                                       .author = agent.name},
                                      now_);
  if (dice_.once_in(3)) (void)correct_line(tx_, agent, line.number, "Erreur de saisie", now_).value();
}

std::string History::broken_rule() {
  const auto broken = check_invariants(tx_);
  if (!broken.empty()) return broken.front().rule + ": " + broken.front().detail;
  const auto receipts =
      tx_.number("SELECT COUNT(*) FROM ledger_line WHERE kind = 'receipt' AND attempt_id IS NOT NULL");
  if (receipts != static_cast<std::int64_t>(heard_paid_.size()))
    return "I1: " + std::to_string(heard_paid_.size()) + " paid answers, " + std::to_string(receipts) + " receipts";
  return "";
}

// What the gateway holds for an attempt that we named has reached the ledger, cent for cent.
std::string History::missing_money() {
  for (const auto& [id, operation] : bank_.operations) {
    const auto attempt = find_attempt_named(tx_, GatewayKind::payfip, id);
    if (!attempt || operation.outcome != Outcome::paid) continue;
    const auto receipt = receipt_of(tx_, attempt->id);
    if (!receipt) return "lost: " + id + " after: " + told_;
    if (receipt->amount != operation.amount.value_or(operation.order.amount))
      return "amount: " + id + " after: " + told_;
  }
  return "";
}

}  // namespace clocher::test
