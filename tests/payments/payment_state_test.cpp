// Every pair of state and event: what leads where, and that nothing else does.
#include "payments/payment_state.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <string>

using namespace clocher;
using namespace clocher::payments;
using S = PaymentState;
using E = PaymentEvent;

namespace {

// Written apart from the table: one line per state, a state or "-" per event, in the order of payment_events().
constexpr const char* expected[][12] = {
    //                 named   not_sent     opened     waiting    paid         refused    cancelled    expired      unclear    refund_asked        refund_made
    {"created",          "sent", "cancelled", "-",       "-",       "-",         "-",       "-",         "-",         "-",       "-",                "-"},
    {"sent",             "-",    "-",         "pending", "sent",    "paid",      "refused", "cancelled", "expired",   "unknown", "-",                "-"},
    {"pending",          "-",    "-",         "pending", "pending", "paid",      "refused", "cancelled", "expired",   "unknown", "-",                "-"},
    {"paid",             "-",    "-",         "-",       "-",       "paid",      "-",       "-",         "-",         "-",       "refund_requested", "-"},
    {"refused",          "-",    "-",         "-",       "-",       "paid_late", "refused", "-",         "-",         "-",       "-",                "-"},
    {"cancelled",        "-",    "-",         "-",       "-",       "paid_late", "refused", "cancelled", "cancelled", "-",       "-",                "-"},
    {"expired",          "-",    "-",         "-",       "-",       "paid_late", "refused", "cancelled", "expired",   "-",       "-",                "-"},
    {"unknown",          "-",    "-",         "-",       "unknown", "paid",      "refused", "cancelled", "expired",   "unknown", "-",                "-"},
    {"paid_late",        "-",    "-",         "-",       "-",       "paid_late", "-",       "-",         "-",         "-",       "refund_requested", "-"},
    {"refund_requested", "-",    "-",         "-",       "-",       "refund_requested", "-", "-",        "-",         "-",       "-",                "refunded"},
    {"refunded",         "-",    "-",         "-",       "-",       "refunded",  "-",       "-",         "-",         "-",       "-",                "-"},
};

}  // namespace

TEST_CASE("each state and event leads where it should, and every other transition is refused") {
  REQUIRE(std::size(expected) == payment_states().size());
  REQUIRE(payment_events().size() == 11);
  for (const auto& row : expected) {
    const auto from = parse_payment_state(row[0]);
    REQUIRE(from);
    for (std::size_t i = 0; i < payment_events().size(); ++i) {
      const auto next = next_state(*from, payment_events()[i]);
      CAPTURE(row[0], to_string(payment_events()[i]));
      CHECK((next ? std::string(to_string(*next)) : "-") == row[i + 1]);
      if (!next) CHECK(next.error().key == "payment.forbidden");
    }
  }
}

TEST_CASE("paid is left for a refund only") {
  for (const S state : {S::paid, S::paid_late}) {
    for (const E event : payment_events()) {
      const auto next = next_state(state, event);
      CHECK((!next || *next == state || *next == S::refund_requested));
    }
  }
}

TEST_CASE("a payment that was given up can still turn out paid") {
  for (const S state : {S::refused, S::cancelled, S::expired}) CHECK(next_state(state, E::heard_paid) == S::paid_late);
}

TEST_CASE("hearing the same answer twice changes nothing") {
  for (const S state : payment_states()) {
    for (const E event : {E::heard_paid, E::heard_refused, E::heard_cancelled, E::heard_expired, E::heard_unclear}) {
      const auto once = next_state(state, event);
      if (once) CHECK(next_state(*once, event) == *once);
    }
  }
}

TEST_CASE("money is held from the payment to the refund") {
  std::set<S> holding;
  for (const S state : payment_states()) {
    if (holds_money(state)) holding.insert(state);
  }
  CHECK(holding == std::set<S>{S::paid, S::paid_late, S::refund_requested});
}

TEST_CASE("every state has a name of its own, and nothing else is one") {
  for (const S state : payment_states()) CHECK(parse_payment_state(to_string(state)) == state);
  CHECK_FALSE(parse_payment_state("Paid"));
  CHECK_FALSE(parse_payment_state(""));
}

TEST_CASE("no transition stands twice in the table") {
  std::set<std::pair<S, E>> seen;
  for (const Transition& each : transitions()) CHECK(seen.insert({each.from, each.event}).second);
}
