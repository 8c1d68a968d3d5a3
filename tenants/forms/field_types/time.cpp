// A time of day, read as people write it and kept as "14:30".
#include "core/base/text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <optional>

namespace clocher::forms {
namespace {

std::optional<int> small_number(std::string_view text, int maximum) {
  if (text.size() > 2 || !are_digits(text)) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  if (number > maximum) return std::nullopt;
  return number;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "14 h 30 min", "14h", "14:30", "14.30", "1430", "14": hours, and minutes when they are there.
std::optional<std::string> parse_typed(std::string_view typed) {
  std::string text = fold(typed);
  if (text == "midi") return "12:00";
  if (text == "minuit") return "00:00";
  for (const std::string_view word : {"heures", "heure", "minutes", "minute", "min", "mn"}) {
    if (const auto at = text.find(word); at != std::string::npos) text.replace(at, word.size(), word[0] == 'h' ? "h" : "");
  }
  std::erase(text, ' ');
  const std::size_t mark = text.find_first_of("h:.");
  std::string hours = text.substr(0, mark);
  std::string minutes = mark == std::string::npos ? "" : text.substr(mark + 1);
  if (mark == std::string::npos && text.size() > 2) {  // "930", "1430"
    hours = text.substr(0, text.size() - 2);
    minutes = text.substr(text.size() - 2);
  }
  const bool is_bare = minutes.empty() && (mark == std::string::npos || text[mark] == 'h');
  const auto hour = small_number(hours, 23);
  const auto minute = is_bare ? std::optional<int>(0) : small_number(minutes, 59);
  if (!hour || !minute || (!is_bare && minutes.size() != 2)) return std::nullopt;
  return two_digits(*hour) + ":" + two_digits(*minute);
}

std::string in_french(std::string_view canonical) {
  const auto parts = split(canonical, ':');
  if (parts.size() != 2 || !is_time(canonical)) return {};
  const std::string hours = parts[0].front() == '0' ? std::string(parts[0].substr(1)) : std::string(parts[0]);
  return hours + "\u00A0h" + (parts[1] == "00" ? "" : "\u00A0" + std::string(parts[1]));
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  const auto time = parse_typed(text_in(*line.value));
  if (!time) return unreadable(field, "form.time.unreadable");
  return {json::Value(*time), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view time = text_in(value);
  if (!is_time(time)) return {error_about(field, "form.time.unreadable")};
  if (!field.minimum_time.empty() && time < field.minimum_time)
    return {error_about(field, "form.time.too_early", {{"time", in_french(field.minimum_time)}})};
  if (!field.maximum_time.empty() && time > field.maximum_time)
    return {error_about(field, "form.time.too_late", {{"time", in_french(field.maximum_time)}})};
  return {};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(in_french(text_in(value))); }

Lines show_time(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::string text = in_french(text_in(value));
  if (text.empty()) return {};
  return {text};
}

void fill_view(const Field&, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  fill_code({"form.time.format", "short", ""}, raw, catalogue, view);
}

}  // namespace

bool is_time(std::string_view text) {
  return text.size() == 5 && text[2] == ':' && small_number(text.substr(0, 2), 23) && small_number(text.substr(3), 59);
}

const FieldType time_type = {"time", FieldNature::answer, "form.required.text", collect_text, read, check,
                             to_raw, show_time,           flatten_text,         fill_view};

}  // namespace clocher::forms
