// A date, read as people write it and kept as "2026-11-24".
#include "core/base/date.hpp"

#include "core/base/text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace clocher::forms {
namespace {

constexpr std::array<std::string_view, 12> months = {"janvier",   "fevrier", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "aout",
                                                     "septembre", "octobre", "novembre", "decembre"};

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "nov", "nov." and "novembre" are 11; 0 when the word is no month. Three letters are not enough for juin and juillet.
std::size_t month_number(std::string_view word) {
  for (std::size_t i = 0; i < months.size(); ++i) {
    const std::size_t least = i == 5 || i == 6 ? 4 : 3;
    if (word.size() >= least && months[i].starts_with(word)) return i + 1;
  }
  return 0;
}

// Digits and words of what was typed: "1er mars 1984" -> 1, 3, 1984.
std::vector<std::string> parts_of(std::string_view typed) {
  std::string text = fold(typed);
  for (char& c : text) {
    if (std::string_view("/.-,").find(c) != std::string_view::npos) c = ' ';
  }
  std::vector<std::string> parts;
  for (const std::string_view part : split(text, ' ')) {
    if (part.empty()) continue;
    if (part == "1er") {
      parts.emplace_back("1");
    } else if (const std::size_t month = month_number(part)) {
      parts.push_back(std::to_string(month));
    } else {
      parts.emplace_back(part);
    }
  }
  return parts;
}

// "84" is 1984 and "30" is 1930 in 2026, where "26" to "28" are this year and the next two.
std::string whole_year(const std::string& year, Date today) {
  constexpr int years_ahead = 2;
  if (year.size() != 2 || !are_digits(year)) return year;
  const int this_year = int(today.year());
  const int guess = this_year / 100 * 100 + (year[0] - '0') * 10 + (year[1] - '0');
  return std::to_string(guess > this_year + years_ahead ? guess - 100 : guess);
}

std::optional<Date> parse_typed(std::string_view typed, Date today) {
  if (const auto date = parse_iso_date(typed)) return date;
  std::vector<std::string> parts = parts_of(typed);
  if (parts.size() == 1 && are_digits(parts[0]) && (parts[0].size() == 8 || parts[0].size() == 6)) {
    const std::string digits = parts[0];
    parts = {digits.substr(0, 2), digits.substr(2, 2), digits.substr(4)};
  }
  if (parts.size() != 3) return std::nullopt;
  return parse_french_date(parts[0] + "/" + parts[1] + "/" + whole_year(parts[2], today));
}

std::string with_slashes(std::string_view iso) {
  const auto parts = split(iso, '-');
  if (parts.size() != 3) return std::string(iso);
  return std::string(parts[2]) + "/" + std::string(parts[1]) + "/" + std::string(parts[0]);
}

ReadField read(const Field& field, const json::Value& raw, Date today) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  const auto date = parse_typed(text_in(*line.value), today);
  if (!date) return unreadable(field, "form.date.unreadable");
  return {json::Value(to_iso(*date)), {}};
}

// "today" has messages of its own: a date in the future is not "after 24 novembre 2026".
FieldErrors check(const Field& field, const json::Value& value, Date today) {
  const auto date = parse_iso_date(text_in(value));
  if (!date) return {error_about(field, "form.date.unreadable")};
  if (field.minimum_date && *date < field.minimum_date->on(today)) {
    const char* key = field.minimum_date->date ? "form.date.too_early" : "form.date.in_past";
    return {error_about(field, key, {{"date", to_french(field.minimum_date->on(today))}})};
  }
  if (field.maximum_date && *date > field.maximum_date->on(today)) {
    const char* key = field.maximum_date->date ? "form.date.too_late" : "form.date.in_future";
    return {error_about(field, key, {{"date", to_french(field.maximum_date->on(today))}})};
  }
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(with_slashes(text_in(value))); }

Lines show_date(const Field&, const json::Value& value, const view::Catalogue&) {
  const auto date = parse_iso_date(text_in(value));
  if (!date) return {};
  return {to_french(*date)};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_date"] = true;
  if (!field.autocomplete.empty()) view["autocomplete"] = field.autocomplete;
  fill_value(raw, view);
}

}  // namespace

const FieldType date_type = {"date", FieldNature::answer, "form.required.text", collect_text, read, check,
                             to_raw, show_date,           flatten_text,         fill_view};

}  // namespace clocher::forms
