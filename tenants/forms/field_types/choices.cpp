// Several options among those of the definition.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

#include <algorithm>

namespace clocher::forms {
namespace {

// Always a list, as there is no telling one tick from none in a form that does not hold the field.
json::Value collect(const Field& field, const http::Form& form) {
  json::Array ticked;
  for (const std::string_view value : form.values(field.id)) ticked.emplace_back(value);
  return ticked;
}

bool is_ticked(const json::Array& ticked, std::string_view option) {
  return std::any_of(ticked.begin(), ticked.end(), [&](const json::Value& value) { return text_in(value) == option; });
}

// In the order of the options, each once; what is no option stays, for `check` to refuse.
ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null()) return {};
  if (!raw.is_array()) return unreadable(field, "form.choice.unknown");
  const json::Array& ticked = raw.get_array();
  json::Array ordered;
  for (const Option& option : field.options) {
    if (is_ticked(ticked, option.value)) ordered.emplace_back(option.value);
  }
  for (const json::Value& value : ticked) {
    if (find_option(field, text_in(value)) == nullptr) ordered.push_back(value);
  }
  if (ordered.empty()) return {};
  return {json::Value(std::move(ordered)), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const json::Array* ticked = value.if_array();
  const bool known = ticked != nullptr && !ticked->empty() &&
                     std::all_of(ticked->begin(), ticked->end(), [&](const json::Value& item) {
                       return item.is_string() && find_option(field, text_in(item)) != nullptr;
                     });
  if (known) return {};
  return {error_about(field, "form.choice.unknown")};
}

Lines labels(const Field& field, const json::Value& value) {
  Lines lines;
  if (!value.is_array()) return lines;
  for (const json::Value& item : value.get_array()) {
    if (const Option* option = find_option(field, text_in(item))) lines.push_back(option->label);
  }
  return lines;
}

Lines show_options(const Field& field, const json::Value& value, const view::Catalogue&) {
  return labels(field, value);
}

Columns flatten_options(const Field& field, const json::Value& value) {
  std::string joined;
  for (const std::string& label : labels(field, value)) joined += (joined.empty() ? "" : "; ") + label;
  return {{field.id, joined}};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_checkboxes"] = true;
  fill_options(field, raw, view);
}

}  // namespace

const FieldType choices_type = {"choices", FieldNature::answer, "form.required.choice", collect,  read, check,
                                same_raw,  show_options,        flatten_options,        fill_view};

}  // namespace clocher::forms
