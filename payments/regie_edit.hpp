// Opening a régie, changing what its act says, and its account at the gateway: test, then activation, then production.
#pragma once

#include "core/base/result.hpp"
#include "payments/regie.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <string_view>

namespace clocher::payments {

// Takes the next free number. Errors: invalid with the field: name, act_date, products (regie.products: a code twice or ill-formed,
// a label missing, more than 200), means, members, cash_ceiling, online_ceiling, comptable.
[[nodiscard]] Result<Regie> create_regie(tenants::Tenant& tenant, const tenants::Actor& actor, const RegieText& text,
                                         Instant now);

// A product that is left out is withdrawn: what was owed for it stays. Errors as above; not_found regie.unknown; conflict
// regie.is_closed.
[[nodiscard]] Result<Regie> save_regie(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id,
                                       const RegieText& text, Instant now);

struct RegieAccount {
  GatewayKind gateway = GatewayKind::none;
  std::string account = {};  // client number, six digits, or site id, eight
  std::string secret = {};   // clear text; "" keeps the one there is
};
// A new account begins in test again, unrecognised. Errors: invalid account (regie.account), secret (regie.secret);
// conflict regie.account_taken, regie.is_paid (a payment is under way with the present one); not_found, is_closed.
[[nodiscard]] Result<Regie> save_account(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id,
                                         const RegieAccount& input, std::string_view platform_key, Instant now);

// One step at a time: test <-> activation <-> production, or back to test. Forward only with an account that the gateway
// recognised and a régisseur who is named (conflict regie.not_checked, regie.no_regisseur); conflict regie.mode_step.
[[nodiscard]] Result<Regie> change_mode(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id, Mode mode,
                                        Instant now);

// What the gateway said of the account when asked just now; nothing is kept when the account changed meanwhile.
Result<Regie> note_recognised(tenants::Tenant& tenant, const tenants::Actor& actor, const Regie& asked,
                              std::string_view label, Instant now);

// Nothing can be owed to it any more. conflict regie.has_debts while something is still owed, regie.is_paid.
[[nodiscard]] Result<Regie> close_regie(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> id,
                                        Instant now);

// The clear text of a régie's key; unavailable regie.secret_unreadable when this platform's key does not open it.
[[nodiscard]] Result<std::string> open_secret(std::string_view sealed, std::string_view platform_key);

}  // namespace clocher::payments
