// One made-up life of a commune's payments: people, gateway, clock and stops of the program, drawn from a seed.
#pragma once

#include "core/db/database.hpp"
#include "payments/debt.hpp"
#include "tests/payments/money/played_gateway.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace clocher::test {

// xorshift64*: the same on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
  std::uint64_t roll();
  int below(int bound) { return static_cast<int>(roll() % static_cast<std::uint64_t>(bound)); }
  bool once_in(int chances) { return below(chances) == 0; }

 private:
  std::uint64_t state_;
};

class History {
 public:
  // `regies`: two that take payments, with accounts of their own.
  History(db::Tx& tx, std::uint64_t seed, std::vector<Id<payments::Regie>> regies, Instant start);

  // Some steps, then as much time as the gateway needs to be heard. "" when every rule held, else what broke, after which steps.
  [[nodiscard]] std::string run();

 private:
  void step();
  void owe();
  void start_paying();
  void act_at_gateway();
  void notify();
  void let_time_pass();
  void ask_due();
  void work_at_counter();
  void hear(const payments::StoredAttempt& attempt);
  [[nodiscard]] std::string broken_rule();
  [[nodiscard]] std::string missing_money();
  [[nodiscard]] payments::Debt any_debt();
  void say(const std::string& word) { told_ += word + " "; }

  db::Tx& tx_;
  Dice dice_;
  const std::vector<Id<payments::Regie>> regies_;
  Instant now_;
  PlayedBank bank_;
  std::vector<Id<payments::Debt>> debts_;
  std::set<std::int64_t> heard_paid_;  // attempts of which a credible "paid" was heard: each is owed one receipt
  std::string told_;
};

}  // namespace clocher::test
