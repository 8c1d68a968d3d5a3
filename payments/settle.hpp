// What an answer of the gateway changes: the attempt's state, the receipt, the debt, the mail. All in the caller's transaction.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "payments/attempt.hpp"
#include "payments/debt.hpp"
#include "payments/gateway.hpp"
#include "payments/ledger.hpp"

#include <functional>
#include <optional>

namespace clocher::payments {

// Money came in that was not known before.
struct Settlement {
  StoredAttempt attempt;
  Debt debt;  // as it is now
  LedgerLine receipt;

  // Something for the régisseur to look at: late, put aside, or more than was owed.
  [[nodiscard]] bool is_flagged() const;
};

// Called once per receipt, in its transaction: the mails, the case that goes on, the wallet that fills.
using OnSettled = std::function<void(db::Tx& tx, const Settlement& settlement, Instant now)>;

// Hearing the same again changes nothing but the next question. An answer that the graph forbids is logged and changes no state.
// A paid answer that contradicts what was asked is money all the same: its receipt waits in suspense. Paid in test without money
// behind it is a state, never a receipt. Returns the settlement when there is one.
std::optional<Settlement> hear(db::Tx& tx, Id<StoredAttempt> id, const PaymentStatus& status,
                               const OnSettled& on_settled, Instant now);

// Nothing was answered, or nothing about this payment: it will be asked again. No state changes.
void hear_nothing(db::Tx& tx, Id<StoredAttempt> id, const GatewayFault& fault, Instant now);

// Somebody says that there is news: asked about at the next round. Changes nothing for an attempt that is paid. True when the
// question is queued.
bool ask_soon(db::Tx& tx, Id<StoredAttempt> id, Instant now);

// A person of the régie has dealt with what was flagged. not_found payment.not_found.
[[nodiscard]] Result<StoredAttempt> note_looked_at(db::Tx& tx, const tenants::Actor& actor, Id<StoredAttempt> id,
                                                   Instant now);

// Moves an attempt along the graph; payment.forbidden is logged here. Used by pay and settle only.
[[nodiscard]] Result<PaymentState> advance(const StoredAttempt& attempt, PaymentEvent event);

}  // namespace clocher::payments
