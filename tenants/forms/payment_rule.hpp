// What sending a request costs: a fixed amount, or one that an answer gives.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace clocher::forms {

class ObjectReader;
struct Definition;

struct PaymentRule {
  std::string product;            // of a régie, as its founding act has it
  std::int64_t amount_cents = 0;  // 0: the answer to amount_field
  std::string amount_field = {};  // a question about money, or ""
};

// The property "payment", after the steps were read. Exactly one of amount_cents and amount_field.
[[nodiscard]] std::optional<PaymentRule> read_payment(ObjectReader& owner, const Definition& definition);

}  // namespace clocher::forms
