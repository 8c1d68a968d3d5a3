// The mails of a receipt, written in its transaction: to the payer, and to the régie when there is something to look at.
#pragma once

#include "payments/settle.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

namespace clocher::payments {

// `commune` and `texts` outlive the function.
[[nodiscard]] OnSettled tell_people(const tenants::CommuneIdentity& commune, const tenants::Texts& texts);

}  // namespace clocher::payments
