// What failed since yesterday, told to the agents once a day by mail.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

namespace clocher::tenants {

// Mails and callbacks that were given up, documents that could not be made, and files that an antivirus has not been able to
// check for an hour, since the last digest or in the last day. Puts one mail to each agent into the outbox and remembers the
// (French) day in the same transaction: a restart sends it no second time. Nothing failed: nothing is sent, and a failure of the
// same day is still told. True when it was put in.
bool send_failure_digest(Tenant& tenant, const Texts& texts, Instant now);

}  // namespace clocher::tenants
