// A number, kept as text so that no floating point touches it: "12", "12.5".
#include "core/base/text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace clocher::forms {
namespace {

constexpr std::size_t most_digits = 12;
constexpr std::size_t most_decimals = 2;

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Hundredths of "-12.5"; nullopt when the text is no number within the limits.
std::optional<std::int64_t> in_hundredths(std::string_view text) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const auto parts = split(text, '.');
  if (parts.size() > 2 || parts[0].empty() || parts[0].size() > most_digits || !are_digits(parts[0]))
    return std::nullopt;
  std::string digits(parts[0]);
  std::string decimals = parts.size() == 2 ? std::string(parts[1]) : std::string("0");
  if (decimals.empty() || decimals.size() > most_decimals || !are_digits(decimals)) return std::nullopt;
  decimals.resize(most_decimals, '0');
  digits += decimals;
  std::int64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return is_negative ? -value : value;
}

std::string canonical(std::int64_t hundredths) {
  const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
  std::string text = (hundredths < 0 ? "-" : "") + std::to_string(size / 100);
  const std::int64_t cents = size % 100;
  if (cents == 0) return text;
  text += '.' + std::to_string(cents / 10);
  return cents % 10 == 0 ? text : text + std::to_string(cents % 10);
}

// "1 234,50" -> "1234.50"
std::string with_point(std::string_view typed) {
  std::string out;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    if (typed.substr(i).starts_with("\u00A0")) {
      i += 1;
    } else if (typed.substr(i).starts_with("\u202F")) {
      i += 2;
    } else if (typed[i] != ' ') {
      out += typed[i] == ',' ? '.' : typed[i];
    }
  }
  return out;
}

std::string with_comma(std::string_view number) {
  std::string out(number);
  std::replace(out.begin(), out.end(), '.', ',');
  return out;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  const auto hundredths = in_hundredths(with_point(text_in(*line.value)));
  if (!hundredths) return unreadable(field, "form.number.unreadable");
  return {json::Value(canonical(*hundredths)), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const auto hundredths = in_hundredths(text_in(value));
  if (!hundredths) return {error_about(field, "form.number.unreadable")};
  const std::int64_t minimum = field.minimum.value_or(0);
  if (*hundredths < minimum * 100)
    return {error_about(field, "form.number.too_small", {{"min", std::to_string(minimum)}})};
  if (field.maximum && *hundredths > *field.maximum * 100) {
    return {error_about(field, "form.number.too_large", {{"max", std::to_string(*field.maximum)}})};
  }
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(with_comma(text_in(value))); }

Lines show_number(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::string_view number = text_in(value);
  if (number.empty()) return {};
  return {with_comma(number)};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_text"] = true;
  view["inputmode"] = "decimal";
  view["width"] = "short";
  fill_value(raw, view);
}

}  // namespace

std::optional<std::int64_t> hundredths_of(std::string_view text) { return in_hundredths(text); }

const FieldType number_type = {"number", FieldNature::answer, "form.required.text", collect_text, read, check,
                               to_raw,   show_number,         flatten_text,         fill_view};

}  // namespace clocher::forms
