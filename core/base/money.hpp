// Money in whole euro cents. No floating point ever touches an amount.
#pragma once

#include "core/base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace clocher {

struct Money {
  std::int64_t cents = 0;
  auto operator<=>(const Money&) const = default;
};

// Throws std::overflow_error rather than wrap round.
[[nodiscard]] Money operator+(Money left, Money right);
[[nodiscard]] Money operator-(Money left, Money right);

// "1 234,50 €" with the non-breaking spaces of French typography.
[[nodiscard]] std::string format_french(Money amount);

// Reads what people type: "12", "12,5", "1 234,50 €", "12.50". At most two decimals, never negative.
// A space may only set off thousands and the euro sign only end the amount: "12 50" and "12€50" are refused, not guessed.
// Fails with money.unreadable or money.too_large (over 99 999 999,99 €).
[[nodiscard]] Result<Money> parse_money(std::string_view text);

}  // namespace clocher
