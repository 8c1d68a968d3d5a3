// Arithmetic, reading and French writing of amounts.
#include "core/base/money.hpp"

#include <stdexcept>

namespace clocher {
namespace {

constexpr std::int64_t largest_cents = 9'999'999'999;
constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";

std::string without_spaces_and_sign(std::string_view text) {
  std::string digits;
  for (std::size_t i = 0; i < text.size();) {
    bool skipped = false;
    for (const std::string_view ignored : {std::string_view(" "), no_break_space, narrow_no_break_space, std::string_view("€")}) {
      if (text.substr(i).starts_with(ignored)) {
        i += ignored.size();
        skipped = true;
        break;
      }
    }
    if (!skipped) digits += text[i++];
  }
  return digits;
}

}  // namespace

Money operator+(Money left, Money right) {
  Money sum;
  if (__builtin_add_overflow(left.cents, right.cents, &sum.cents)) throw std::overflow_error("money: sum too large");
  return sum;
}

Money operator-(Money left, Money right) {
  Money difference;
  if (__builtin_sub_overflow(left.cents, right.cents, &difference.cents)) throw std::overflow_error("money: difference too large");
  return difference;
}

std::string format_french(Money amount) {
  const bool negative = amount.cents < 0;
  const std::uint64_t cents = negative ? 0 - static_cast<std::uint64_t>(amount.cents) : static_cast<std::uint64_t>(amount.cents);
  const std::string euros = std::to_string(cents / 100);
  std::string text = negative ? "-" : "";
  for (std::size_t i = 0; i < euros.size(); ++i) {
    if (i > 0 && (euros.size() - i) % 3 == 0) text += narrow_no_break_space;
    text += euros[i];
  }
  const std::uint64_t rest = cents % 100;
  text += ',';
  if (rest < 10) text += '0';
  text += std::to_string(rest);
  text += no_break_space;
  text += "€";
  return text;
}

Result<Money> parse_money(std::string_view text) {
  const std::string digits = without_spaces_and_sign(text);
  std::int64_t cents = 0;
  int decimals = -1;
  for (const char c : digits) {
    if ((c == ',' || c == '.') && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (c < '0' || c > '9' || decimals == 2) return fail_field("amount", "money.unreadable");
    if (decimals >= 0) ++decimals;
    cents = cents * 10 + (c - '0');
    if (cents > largest_cents) return fail_field("amount", "money.too_large");
  }
  if (digits.empty() || decimals == 0 || digits.front() == ',' || digits.front() == '.') {
    return fail_field("amount", "money.unreadable");
  }
  for (int missing = decimals < 0 ? 2 : 2 - decimals; missing > 0; --missing) cents *= 10;
  if (cents > largest_cents) return fail_field("amount", "money.too_large");
  return Money{cents};
}

}  // namespace clocher
