// Dates as files write them, and the unit of amounts decided once for a whole file.
#include "payments/reconcile/reading.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <charconv>

namespace clocher::payments::reconcile {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<Date> from_digits(std::string_view year, std::string_view month, std::string_view day) {
  return parse_iso_date(std::string(year) + "-" + std::string(month) + "-" + std::string(day));
}

bool is_plausible(const std::optional<Date>& date) {
  return date && date->year() >= std::chrono::year(2000) && date->year() <= std::chrono::year(2199);
}

bool shows_euros(const RawLine& line) {
  return line.amount.find_first_of(",.") != std::string::npos || line.amount.find("€") != std::string::npos;
}

Result<Money> read_cents(std::string_view text) {
  std::int64_t cents = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), cents);
  if (text.empty() || !is_digit(text.front()) || error != std::errc{} || end != text.data() + text.size())
    return fail(ErrorKind::invalid, "money.unreadable");
  if (cents > 9'999'999'999) return fail(ErrorKind::invalid, "money.too_large");
  return Money{cents};
}

Failure bad(const char* key, const RawLine& line) {
  return fail(ErrorKind::malformed, key, {{"row", std::to_string(line.row)}});
}

Result<StatementLine> read_line(const RawLine& raw, AmountUnit unit) {
  const auto date = read_date(raw.date);
  if (!date) return bad("statement.bad_date", raw);
  std::string reference = canonical_reference(raw.reference);
  if (reference.empty()) return bad("statement.bad_reference", raw);
  const auto amount = unit == AmountUnit::cents ? read_cents(trim(raw.amount)) : parse_money(raw.amount);
  if (!amount || amount->cents == 0) return bad("statement.bad_amount", raw);
  return StatementLine{raw.row, *date, std::move(reference), *amount};
}

}  // namespace

std::string canonical_reference(std::string_view text) {
  std::string canonical;
  for (const char c : text) {
    if (is_digit(c) || (c >= 'A' && c <= 'Z')) canonical += c;
    if (c >= 'a' && c <= 'z') canonical += static_cast<char>(c - 'a' + 'A');
  }
  return canonical;
}

std::optional<Date> read_date(std::string_view text) {
  const std::string_view day = trim(text).substr(0, trim(text).find_first_of(" T"));
  if (day.size() != 8 || !std::ranges::all_of(day, is_digit)) return parse_french_date(day);
  // The web service writes "15032026"; the other order is tried when that is no day.
  if (auto date = from_digits(day.substr(4), day.substr(2, 2), day.substr(0, 2)); is_plausible(date)) return date;
  if (auto date = from_digits(day.substr(0, 4), day.substr(4, 2), day.substr(6)); is_plausible(date)) return date;
  return std::nullopt;
}

Result<Statement> make_statement(const std::vector<RawLine>& raw, AmountUnit unit) {
  if (raw.empty()) return fail(ErrorKind::malformed, "statement.no_line");
  if (unit == AmountUnit::as_written && std::ranges::none_of(raw, shows_euros))
    return fail_field("unit", "statement.unit_unknown");
  Statement statement;
  statement.lines.reserve(raw.size());
  for (const RawLine& each : raw) {
    auto line = read_line(each, unit);
    if (!line) return fail(line.error());
    statement.total = statement.total + line->amount;
    statement.lines.push_back(std::move(*line));
  }
  const auto [first, last] = std::ranges::minmax(statement.lines, {}, &StatementLine::date);
  statement.first = first.date;
  statement.last = last.date;
  return statement;
}

}  // namespace clocher::payments::reconcile
