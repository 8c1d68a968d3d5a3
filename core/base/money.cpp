// Arithmetic, reading and French writing of amounts.
#include "core/base/money.hpp"

#include "core/base/text.hpp"

#include <array>
#include <stdexcept>

namespace clocher {
namespace {

constexpr std::int64_t largest_cents = 9'999'999'999;
constexpr std::string_view no_break_space = "\u00A0";
constexpr std::string_view narrow_no_break_space = "\u202F";

constexpr std::array<std::string_view, 4> thousands_separators = {" ", no_break_space, narrow_no_break_space, "\u2009"};

std::string_view without_euro_sign(std::string_view text) {
  text = trim(text);
  if (text.ends_with("€")) text.remove_suffix(std::string_view("€").size());
  return trim(text);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// True when exactly three digits stand at the front.
bool begins_with_thousand(std::string_view text) {
  return text.size() >= 3 && is_digit(text[0]) && is_digit(text[1]) && is_digit(text[2]) &&
         (text.size() == 3 || !is_digit(text[3]));
}

// "1 234 567" -> "1234567". A space elsewhere stays, to be refused: "12 50" must not be read as 1250 euros.
std::string without_thousands_separators(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t skipped = 0;
    for (const std::string_view space : thousands_separators) {
      if (!out.empty() && text.starts_with(space) && begins_with_thousand(text.substr(space.size())))
        skipped = space.size();
    }
    if (skipped == 0) out += text.front();
    text.remove_prefix(skipped == 0 ? 1 : skipped);
  }
  return out;
}

}  // namespace

Money operator+(Money left, Money right) {
  Money sum;
  if (__builtin_add_overflow(left.cents, right.cents, &sum.cents)) throw std::overflow_error("money: sum too large");
  return sum;
}

Money operator-(Money left, Money right) {
  Money difference;
  if (__builtin_sub_overflow(left.cents, right.cents, &difference.cents))
    throw std::overflow_error("money: difference too large");
  return difference;
}

std::string format_french(Money amount) {
  const bool negative = amount.cents < 0;
  const std::uint64_t cents =
      negative ? 0 - static_cast<std::uint64_t>(amount.cents) : static_cast<std::uint64_t>(amount.cents);
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
  const std::string digits = without_thousands_separators(without_euro_sign(text));
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
