// Requests that cost something: what a case waits for becomes a debt of the régie that may collect it, and the case hears when it is
// paid.
#pragma once

#include "payments/settle.hpp"
#include "tenants/tenant.hpp"

namespace clocher::payments {

// Makes the debts that are missing (the first open régie whose act lists the product) and tells cases of debts that were paid by any
// means. Repeating it is harmless: it closes whatever gap a stop left. A product that no régie collects waits. Returns how many cases
// moved.
int sync_cases(tenants::Tenant& tenant, Instant now);

// The case hears in the transaction of the receipt.
void tell_case(db::Tx& tx, const Settlement& settlement, Instant now);

}  // namespace clocher::payments
