// Who hears of a receipt, in its transaction: the case that waited, the payer by mail, and the régie when there is something to look at.
#pragma once

#include "payments/settle.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

namespace clocher::payments {

// `commune` and `texts` outlive the function.
[[nodiscard]] OnSettled tell_people(const tenants::CommuneIdentity& commune, const tenants::Texts& texts);

}  // namespace clocher::payments
