// A place: said in words, and by coordinates when one has them.
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <optional>

namespace clocher::forms {
namespace {

constexpr std::size_t longest_spot = 300;
constexpr std::size_t most_decimals = 6;  // eleven centimetres

json::Value collect(const Field& field, const http::Form& form) {
  json::Object raw;
  for (const char* part : {"text", "gps"}) {
    Field line;
    line.id = field.id + "." + part;
    if (json::Value text = collect_text(line, form); !text.is_null()) raw[part] = std::move(text);
  }
  return raw.empty() ? json::Value(nullptr) : json::Value(std::move(raw));
}

FieldError error_in(const Field& field, std::string_view part, std::string key, Arguments arguments = {}) {
  FieldError error = error_about(field, std::move(key), std::move(arguments));
  error.field += "." + std::string(part);
  return error;
}

// "-0.1996" in millionths of a degree; nullopt when it is no number of degrees up to `most`.
std::optional<std::int64_t> in_millionths(std::string_view text, std::int64_t most) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const auto parts = split(text, '.');
  if (parts.size() > 2 || parts[0].size() > 3 || !are_digits(parts[0])) return std::nullopt;
  std::string decimals(parts.size() == 2 ? parts[1] : "0");
  if (!are_digits(decimals) || decimals.size() > 20) return std::nullopt;
  decimals.resize(most_decimals, '0');
  const std::string digits = std::string(parts[0]) + decimals;
  std::int64_t value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  if (value > most * 1'000'000) return std::nullopt;
  return is_negative ? -value : value;
}

std::string as_degrees(std::int64_t millionths) {
  const std::int64_t size = millionths < 0 ? -millionths : millionths;
  std::string decimals = std::to_string(1'000'000 + size % 1'000'000).substr(1);
  while (decimals.size() > 1 && decimals.back() == '0') decimals.pop_back();
  return (millionths < 0 ? "-" : "") + std::to_string(size / 1'000'000) + "." + decimals;
}

struct Position {
  std::string latitude;
  std::string longitude;
};

std::optional<Position> position_of(std::string_view latitude, std::string_view longitude) {
  const auto north = in_millionths(latitude, 90);
  const auto east = in_millionths(longitude, 180);
  if (!north || !east) return std::nullopt;
  return Position{as_degrees(*north), as_degrees(*east)};
}

// "48.0061, 0.1996", "48,0061 ; 0,1996", "48.0061 0.1996", and what phones copy: "geo:48.0061,0.1996".
std::optional<Position> parse_position(std::string_view typed) {
  std::string text = fold(typed);
  if (text.starts_with("geo:")) text.erase(0, 4);
  const bool has_points = text.find('.') != std::string::npos;
  for (char& c : text) {
    if (c == ';' || c == '/' || (c == ',' && has_points)) c = ' ';
    if (c == ',') c = '.';
  }
  std::vector<std::string_view> parts;
  for (const std::string_view part : split(text, ' ')) {
    if (!part.empty()) parts.push_back(part);
  }
  return parts.size() == 2 ? position_of(parts[0], parts[1]) : std::nullopt;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null()) return {};
  if (!raw.is_object()) return unreadable(field, "form.repeated");
  json::Object point;
  for (const char* part : {"text", "gps"}) {
    const json::Value* typed = raw.get_object().if_contains(part);
    if (typed == nullptr) continue;
    if (!typed->is_string()) return {std::nullopt, {error_in(field, part, "form.repeated")}};
    const std::string text = clean_line(text_in(*typed));
    if (text.empty()) continue;
    if (std::string_view(part) == "text") {
      point["text"] = text;
      continue;
    }
    const auto position = parse_position(text);
    if (!position) return {std::nullopt, {error_in(field, part, "form.point.unreadable")}};
    point["lat"] = position->latitude;
    point["lon"] = position->longitude;
  }
  if (point.empty()) return {};
  return {json::Value(std::move(point)), {}};
}

// The words are never optional: not everybody reads a map.
FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (!value.is_object()) return {error_about(field, "form.unreadable_answer")};
  const json::Object& point = value.get_object();
  const std::string text = json::string_or(point, "text");
  if (text.empty()) return {error_in(field, "text", "form.point.text")};
  const std::size_t length = length_in_characters(text);
  if (length > longest_spot) {
    return {error_in(field, "text", "form.text.too_long",
                     {{"max", std::to_string(longest_spot)}, {"length", std::to_string(length)}})};
  }
  const bool has_position = point.contains("lat") || point.contains("lon");
  if (has_position && !position_of(json::string_or(point, "lat"), json::string_or(point, "lon")))
    return {error_in(field, "gps", "form.point.unreadable")};
  return {};
}

std::string position_in_words(const json::Value& value) {
  if (!value.is_object()) return {};
  const std::string latitude = json::string_or(value.get_object(), "lat");
  const std::string longitude = json::string_or(value.get_object(), "lon");
  return latitude.empty() || longitude.empty() ? "" : latitude + ", " + longitude;
}

std::string words_of(const json::Value& value) {
  return value.is_object() ? json::string_or(value.get_object(), "text") : std::string();
}

json::Value to_raw(const Field&, const json::Value& value) {
  return json::Object{{"text", words_of(value)}, {"gps", position_in_words(value)}};
}

Lines show_point(const Field&, const json::Value& value, const view::Catalogue& catalogue) {
  Lines lines;
  if (const std::string words = words_of(value); !words.empty()) lines.push_back(words);
  if (const std::string position = position_in_words(value); !position.empty())
    lines.push_back(catalogue.text("form.point.position", {{"position", position}}));
  return lines;
}

Columns flatten_point(const Field& field, const json::Value& value) {
  Columns columns = {{field.id + ".text", words_of(value)}};
  for (const char* part : {"lat", "lon"}) {
    columns.emplace_back(field.id + "." + part,
                         value.is_object() ? json::string_or(value.get_object(), part) : std::string());
  }
  return columns;
}

// `error` of a part is filled by field_view.cpp. The control of the words has the id of the field.
void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_point"] = true;
  for (const char* part : {"text", "gps"}) {
    const bool is_words = std::string_view(part) == "text";
    json::Object control{{"id", control_id(is_words ? field.id : field.id + "." + part)},
                         {"name", field.id + "." + part},
                         {"error", false}};
    const json::Value* typed = raw.is_object() ? raw.get_object().if_contains(part) : nullptr;
    fill_value(typed == nullptr ? json::Value(nullptr) : *typed, control);
    view[is_words ? "spot" : part] = std::move(control);
  }
}

}  // namespace

const FieldType point_type = {"point", FieldNature::answer, "form.required.point", collect, read, check,
                              to_raw,  show_point,          flatten_point,         fill_view};

}  // namespace clocher::forms
