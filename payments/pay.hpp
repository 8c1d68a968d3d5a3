// Paying a debt online: the intent is on the disk before the gateway hears of it, its name for it before the browser leaves.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "payments/attempt.hpp"
#include "payments/debt.hpp"
#include "payments/gateway.hpp"
#include "payments/settle.hpp"
#include "tenants/tenant.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace clocher::payments {

// The account that an attempt was, or is to be, made with.
struct GatewayAccount {
  GatewayKind kind = GatewayKind::payfip;
  std::string account;
  std::string sealed_secret;
  Mode mode = Mode::test;
};
// A gateway for one account; nullptr when its key cannot be read. See gateways.hpp; another in tests.
using GatewayMaker = std::function<std::unique_ptr<Gateway>(const GatewayAccount& account)>;

struct PayingTools {
  GatewayMaker gateway;
  OnSettled on_settled = {};
};

// The three steps of a start, each in a transaction of its own; pay() runs them with the gateway between.
//
// Checks and writes the intent. Errors: conflict debt.is_paid, debt.is_cancelled, regie.not_open (not in production; a trial only
// needs an account), regie.over_ceiling, payment.under_way {until}, payment.unclear; invalid email (payment.email); not_found.
[[nodiscard]] Result<StoredAttempt> plan_attempt(db::Tx& tx, Id<Debt> debt, std::string_view email, Instant now);
// The gateway has named it: durable before anybody is sent there.
[[nodiscard]] Result<StoredAttempt> note_started(db::Tx& tx, Id<StoredAttempt> id, const StartedPayment& started,
                                                 Instant now);
// It was never named: nobody can pay it.
void note_not_started(db::Tx& tx, Id<StoredAttempt> id, const GatewayFault& fault, Instant now);

// Where to send the browser. Errors as above, and unavailable with the key of the gateway's fault.
[[nodiscard]] Result<Redirection> pay(tenants::Tenant& tenant, const PayingTools& tools, Id<Debt> debt,
                                      std::string_view email, Instant now);

// The browser goes to the gateway's page again, where the payment under way waits: within 15 minutes. conflict payment.not_open.
[[nodiscard]] Result<Redirection> resume(tenants::Tenant& tenant, Id<Debt> debt, Instant now);
[[nodiscard]] bool can_resume(const StoredAttempt& attempt, Instant now);

// Asks about one attempt and writes down what was answered. Blocks while the gateway is asked.
void ask_now(tenants::Tenant& tenant, const PayingTools& tools, const StoredAttempt& attempt, Instant now);
// Asks about what is due, at most `limit`; a start that a stop of the program cut short is given up. Returns how many.
int ask_due(tenants::Tenant& tenant, const PayingTools& tools, Instant now, int limit);

// A notification names an attempt: the question is queued, durably, when this returns. False when nothing was queued: nobody knows
// the name, it is paid already, or the protocol signs and this is not signed.
[[nodiscard]] bool hear_notification(tenants::Tenant& tenant, const PayingTools& tools, GatewayKind gateway,
                                     std::string_view gateway_id, std::string_view body, Instant now);

[[nodiscard]] std::string redirection_json(const Redirection& redirection);
[[nodiscard]] Redirection redirection_of(std::string_view json);

}  // namespace clocher::payments
