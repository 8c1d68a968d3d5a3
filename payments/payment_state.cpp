// The graph as data (reliability: created -> sent -> pending -> an end; an end may still turn out paid).
#include "payments/payment_state.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

namespace clocher::payments {
namespace {

using S = PaymentState;
using E = PaymentEvent;

constexpr std::array graph = {
    Transition{S::created, E::named, S::sent},
    Transition{S::created, E::not_sent, S::cancelled},

    Transition{S::sent, E::opened, S::pending},
    Transition{S::sent, E::heard_waiting, S::sent},
    Transition{S::sent, E::heard_paid, S::paid},
    Transition{S::sent, E::heard_refused, S::refused},
    Transition{S::sent, E::heard_cancelled, S::cancelled},
    Transition{S::sent, E::heard_expired, S::expired},
    Transition{S::sent, E::heard_unclear, S::unknown},

    Transition{S::pending, E::opened, S::pending},  // the Back button
    Transition{S::pending, E::heard_waiting, S::pending},
    Transition{S::pending, E::heard_paid, S::paid},
    Transition{S::pending, E::heard_refused, S::refused},
    Transition{S::pending, E::heard_cancelled, S::cancelled},
    Transition{S::pending, E::heard_expired, S::expired},
    Transition{S::pending, E::heard_unclear, S::unknown},

    Transition{S::unknown, E::heard_waiting, S::unknown},
    Transition{S::unknown, E::heard_paid, S::paid},
    Transition{S::unknown, E::heard_refused, S::refused},
    Transition{S::unknown, E::heard_cancelled, S::cancelled},
    Transition{S::unknown, E::heard_expired, S::expired},
    Transition{S::unknown, E::heard_unclear, S::unknown},

    // Given up, and yet the gateway has the last word.
    Transition{S::refused, E::heard_refused, S::refused},
    Transition{S::refused, E::heard_paid, S::paid_late},
    Transition{S::cancelled, E::heard_cancelled, S::cancelled},
    Transition{S::cancelled, E::heard_expired, S::cancelled},  // the gateway has forgotten it since
    Transition{S::cancelled, E::heard_refused, S::refused},
    Transition{S::cancelled, E::heard_paid, S::paid_late},
    Transition{S::expired, E::heard_expired, S::expired},
    Transition{S::expired, E::heard_cancelled, S::cancelled},
    Transition{S::expired, E::heard_refused, S::refused},
    Transition{S::expired, E::heard_paid, S::paid_late},

    Transition{S::paid, E::heard_paid, S::paid},
    Transition{S::paid, E::refund_asked, S::refund_requested},
    Transition{S::paid_late, E::heard_paid, S::paid_late},
    Transition{S::paid_late, E::refund_asked, S::refund_requested},
    Transition{S::refund_requested, E::heard_paid, S::refund_requested},
    Transition{S::refund_requested, E::refund_made, S::refunded},
    Transition{S::refunded, E::heard_paid, S::refunded},
};

constexpr std::array all_states = {S::created, S::sent,    S::pending,   S::paid,             S::refused, S::cancelled,
                                   S::expired, S::unknown, S::paid_late, S::refund_requested, S::refunded};
constexpr std::array<std::string_view, all_states.size()> state_names = {
    "created", "sent",    "pending",   "paid",             "refused", "cancelled",
    "expired", "unknown", "paid_late", "refund_requested", "refunded"};

constexpr std::array all_events = {E::named,          E::not_sent,      E::opened,          E::heard_waiting,
                                   E::heard_paid,     E::heard_refused, E::heard_cancelled, E::heard_expired,
                                   E::heard_unclear,  E::refund_asked,  E::refund_made};
constexpr std::array<std::string_view, all_events.size()> event_names = {
    "named",         "not_sent",      "opened",       "heard_waiting", "heard_paid", "heard_refused", "heard_cancelled",
    "heard_expired", "heard_unclear", "refund_asked", "refund_made"};

}  // namespace

std::span<const Transition> transitions() { return graph; }

Result<PaymentState> next_state(PaymentState from, PaymentEvent event) {
  const auto* found =
      std::find_if(graph.begin(), graph.end(), [&](const Transition& each) { return each.from == from && each.event == event; });
  if (found != graph.end()) return found->to;
  return fail(ErrorKind::conflict, "payment.forbidden",
              {{"from", std::string(to_string(from))}, {"event", std::string(to_string(event))}});
}

PaymentEvent event_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::paid: return E::heard_paid;
    case Outcome::refused: return E::heard_refused;
    case Outcome::cancelled: return E::heard_cancelled;
    case Outcome::expired: return E::heard_expired;
    case Outcome::waiting: return E::heard_waiting;
    case Outcome::unclear: return E::heard_unclear;
  }
  throw std::logic_error("payments: no such outcome");
}

bool holds_money(PaymentState state) {
  return state == S::paid || state == S::paid_late || state == S::refund_requested;
}

std::string_view to_string(PaymentState state) { return state_names.at(static_cast<std::size_t>(state)); }

std::optional<PaymentState> parse_payment_state(std::string_view text) {
  const auto* found = std::find(state_names.begin(), state_names.end(), text);
  if (found == state_names.end()) return std::nullopt;
  return all_states.at(static_cast<std::size_t>(found - state_names.begin()));
}

std::string_view to_string(PaymentEvent event) { return event_names.at(static_cast<std::size_t>(event)); }

std::span<const PaymentState> payment_states() { return all_states; }
std::span<const PaymentEvent> payment_events() { return all_events; }

}  // namespace clocher::payments
