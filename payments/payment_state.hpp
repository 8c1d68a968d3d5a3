// The states of one attempt to pay, and the only ways from one to another.
#pragma once

#include "core/base/result.hpp"
#include "payments/gateway.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace clocher::payments {

enum class PaymentState {
  created,    // our intent is on the disk, the gateway may not know
  sent,       // the gateway named the attempt
  pending,    // the browser was sent to the gateway
  paid,       // sticky: left for a refund only
  refused,
  cancelled,
  expired,
  unknown,    // an answer that nobody understands: asked again, shown to the régisseur
  paid_late,  // paid after we had given it up: money like any other, always alerted
  refund_requested,
  refunded,
};

enum class PaymentEvent {
  named,     // the gateway answered our start with its name for the attempt
  not_sent,  // it refused to start, or nobody will ever know its name
  opened,    // the browser leaves for the gateway
  heard_waiting,
  heard_paid,
  heard_refused,
  heard_cancelled,
  heard_expired,
  heard_unclear,
  refund_asked,
  refund_made,
};

struct Transition {
  PaymentState from;
  PaymentEvent event;
  PaymentState to;
};

// The whole graph; what is not in it is forbidden. Hearing the same again leads to the same state.
[[nodiscard]] std::span<const Transition> transitions();

// Fails (conflict) with payment.forbidden {from, event}: the caller changes nothing and logs it with the attempt's id.
[[nodiscard]] Result<PaymentState> next_state(PaymentState from, PaymentEvent event);

[[nodiscard]] PaymentEvent event_of(Outcome outcome);

// Money was received and not given back yet.
[[nodiscard]] bool holds_money(PaymentState state);

// As stored and shown in the API: "paid_late".
[[nodiscard]] std::string_view to_string(PaymentState state);
[[nodiscard]] std::optional<PaymentState> parse_payment_state(std::string_view text);
[[nodiscard]] std::string_view to_string(PaymentEvent event);

[[nodiscard]] std::span<const PaymentState> payment_states();
[[nodiscard]] std::span<const PaymentEvent> payment_events();

}  // namespace clocher::payments
