// The page of a debt: what its handlers share.
#pragma once

#include "api/context.hpp"
#include "payments/debt.hpp"
#include "payments/pay.hpp"

#include <optional>
#include <string>

namespace clocher::api::resident {

[[nodiscard]] std::string payment_path(const payments::Debt& debt);  // /paiements/<key>

// not_found debt.not_found for a key that nobody has.
[[nodiscard]] Result<payments::Debt> debt_of_page(Context& context);

[[nodiscard]] payments::PayingTools paying_tools(const Context& context);

struct PaymentTry {
  std::string email;             // as typed
  const Error* error = nullptr;  // why it did not begin
};
[[nodiscard]] http::Response payment_page(const Context& context, int status, const payments::Debt& debt,
                                          const PaymentTry& attempt);

}  // namespace clocher::api::resident
