// A postal address in France: street, place name, five-digit postcode, commune.
#include "core/base/text.hpp"
#include "tenants/forms/clean_text.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>
#include <array>

namespace clocher::forms {
namespace {

constexpr std::size_t longest_part = 120;

struct Part {
  std::string_view name;
  std::string_view missing_key;  // "" for the part that nobody must fill
};

constexpr std::array<Part, 4> parts = {{{"street", "form.address.street"},
                                        {"complement", ""},
                                        {"postcode", "form.address.postcode"},
                                        {"city", "form.address.city"}}};

std::string part_id(const Field& field, std::string_view part) { return field.id + "." + std::string(part); }

FieldError error_in(const Field& field, std::string_view part, std::string_view key, Arguments arguments = {}) {
  FieldError error = error_about(field, std::string(key), std::move(arguments));
  error.field = part_id(field, part);
  return error;
}

// A part sent twice is kept as a list, which `read` refuses.
json::Value collect(const Field& field, const http::Form& form) {
  json::Object raw;
  for (const Part& part : parts) {
    Field line;
    line.id = part_id(field, part.name);
    if (json::Value text = collect_text(line, form); !text.is_null()) raw[part.name] = std::move(text);
  }
  return raw.empty() ? json::Value(nullptr) : json::Value(std::move(raw));
}

std::string without_spaces(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
  return text;
}

ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null()) return {};
  if (!raw.is_object()) return unreadable(field, "form.repeated");
  json::Object address;
  for (const Part& part : parts) {
    const json::Value* typed = raw.get_object().if_contains(part.name);
    if (typed == nullptr) continue;
    if (!typed->is_string()) return {std::nullopt, {error_in(field, part.name, "form.repeated")}};
    std::string text = clean_line(text_in(*typed));
    if (part.name == "postcode") text = without_spaces(std::move(text));
    if (!text.empty()) address[part.name] = text;
  }
  if (address.empty()) return {};
  return {json::Value(std::move(address)), {}};
}

// In mainland France and overseas: 01000 to 98899.
bool is_postcode(std::string_view text) {
  return text.size() == 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
         text >= "01000" && text < "98900";
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (!value.is_object()) return {error_about(field, "form.unreadable_answer")};
  FieldErrors errors;
  for (const Part& part : parts) {
    const std::string text = json::string_or(value.get_object(), part.name);
    const bool is_wrong = part.name == "postcode" ? !is_postcode(text) : text.empty();
    if (is_wrong && !part.missing_key.empty()) errors.push_back(error_in(field, part.name, part.missing_key));
    if (length_in_characters(text) > longest_part) {
      errors.push_back(
          error_in(field, part.name, "form.text.too_long",
                   {{"max", std::to_string(longest_part)}, {"length", std::to_string(length_in_characters(text))}}));
    }
  }
  return errors;
}

Lines show_address(const Field&, const json::Value& value, const view::Catalogue&) {
  Lines lines;
  if (!value.is_object()) return lines;
  const json::Object& address = value.get_object();
  const std::string last = json::string_or(address, "postcode") + " " + json::string_or(address, "city");
  for (const std::string& line : {json::string_or(address, "street"), json::string_or(address, "complement"), last}) {
    if (!trim(line).empty()) lines.push_back(line);
  }
  return lines;
}

Columns flatten_address(const Field& field, const json::Value& value) {
  Columns columns;
  for (const Part& part : parts) {
    const std::string text = value.is_object() ? json::string_or(value.get_object(), part.name) : "";
    columns.emplace_back(part_id(field, part.name), text);
  }
  return columns;
}

// `error` of a part is filled by form_view.cpp. The control of the street has the id of the field.
void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_address"] = true;
  fill_own(field, view);
  for (const Part& part : parts) {
    json::Object control{{"id", control_id(part.name == "street" ? field.id : part_id(field, part.name))},
                         {"name", part_id(field, part.name)},
                         {"error", false}};
    const json::Value* typed = raw.is_object() ? raw.get_object().if_contains(part.name) : nullptr;
    fill_value(typed == nullptr ? json::Value(nullptr) : *typed, control);
    view[part.name] = std::move(control);
  }
}

}  // namespace

const FieldType address_type = {"address", FieldNature::answer, "form.required.address", collect,  read, check,
                                same_raw,  show_address,        flatten_address,         fill_view};

}  // namespace clocher::forms
