// Shared by field types.
#include "tenants/forms/field_types/common.hpp"

#include "tenants/forms/clean_text.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

bool names(const json::Value& raw, std::string_view value) {
  if (raw.is_string()) return raw.get_string() == value;
  if (!raw.is_array()) return false;
  const json::Array& items = raw.get_array();
  return std::any_of(items.begin(), items.end(), [&](const json::Value& item) { return text_in(item) == value; });
}

}  // namespace

FieldError error_about(const Field& field, std::string key, Arguments arguments) {
  arguments.emplace("label", field.label);
  return {field.id, std::move(key), std::move(arguments)};
}

ReadField unreadable(const Field& field, std::string key, Arguments arguments) {
  return {std::nullopt, {error_about(field, std::move(key), std::move(arguments))}};
}

std::string_view text_in(const json::Value& value) {
  return value.is_string() ? std::string_view(value.get_string()) : std::string_view();
}

json::Value collect_text(const Field& field, const http::Form& form) {
  const auto values = form.values(field.id);
  if (values.empty()) return nullptr;
  if (values.size() == 1) return json::Value(values.front());
  json::Array list;
  for (const std::string_view value : values) list.emplace_back(value);
  return list;
}

ReadField read_line(const Field& field, const json::Value& raw) {
  if (raw.is_null()) return {};
  if (!raw.is_string()) return unreadable(field, "form.repeated");
  const std::string text = clean_line(text_in(raw));
  if (text.empty()) return {};
  return {json::Value(text), {}};
}

std::string compact_upper(std::string_view text) {
  static constexpr std::array<std::string_view, 7> separators = {" ", "-", ".", "/", "\u00A0", "\u202F", "\u2011"};
  std::string out;
  while (!text.empty()) {
    const auto separator =
        std::find_if(separators.begin(), separators.end(), [&](std::string_view one) { return text.starts_with(one); });
    if (separator == separators.end()) {
      const char c = text.front();
      out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    text.remove_prefix(separator == separators.end() ? 1 : separator->size());
  }
  return out;
}

bool are_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

ReadField read_compact(const Field& field, const json::Value& raw) {
  ReadField line = read_line(field, raw);
  if (!line.value) return line;
  const std::string code = compact_upper(text_in(*line.value));
  if (code.empty()) return {};
  return {json::Value(code), {}};
}

json::Value same_raw(const Field&, const json::Value& value) { return value; }

Lines show_text(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::string_view text = text_in(value);
  if (text.empty()) return {};
  return {std::string(text)};
}

Columns flatten_text(const Field& field, const json::Value& value) { return {{field.id, std::string(text_in(value))}}; }

std::string control_id(std::string_view field_or_part) {
  std::string id = "f-" + std::string(field_or_part);
  std::replace(id.begin(), id.end(), '.', '-');
  return id;
}

void fill_value(const json::Value& raw, json::Object& view) {
  const bool is_list = raw.is_array() && !raw.get_array().empty();
  view["value"] = text_in(is_list ? raw.get_array().front() : raw);
}

void fill_code(const CodeLook& look, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  view["is_code"] = true;
  view["format"] = catalogue.text(look.format);
  view["width"] = look.width;
  view["inputmode"] = look.inputmode.empty() ? json::Value(false) : json::Value(look.inputmode);
  fill_value(raw, view);
}

void fill_own(const Field& field, json::Object& view) { view["is_own"] = !field.autocomplete.empty(); }

void fill_options(const Field& field, const json::Value& raw, json::Object& view) {
  json::Array options;
  for (const Option& option : field.options) {
    const std::size_t number = options.size() + 1;
    const std::string id = control_id(field.id) + (number == 1 ? "" : "-" + std::to_string(number));
    options.push_back(json::Object{{"option_id", id},
                                   {"option_value", option.value},
                                   {"option_label", option.label},
                                   {"option_hint", option.hint.empty() ? json::Value(false) : json::Value(option.hint)},
                                   {"checked", names(raw, option.value)}});
  }
  view["options"] = std::move(options);
}

const Option* find_option(const Field& field, std::string_view value) {
  const auto it = std::find_if(field.options.begin(), field.options.end(),
                               [&](const Option& option) { return option.value == value; });
  return it == field.options.end() ? nullptr : &*it;
}

}  // namespace clocher::forms
