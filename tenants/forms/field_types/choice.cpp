// One option among those of the definition.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

constexpr std::size_t most_radios = 7;  // more than that is a list to open

ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null() || (raw.is_string() && text_in(raw).empty())) return {};
  if (!raw.is_string()) return unreadable(field, "form.repeated");
  return {raw, {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (value.is_string() && find_option(field, text_in(value)) != nullptr) return {};
  return {error_about(field, "form.choice.unknown")};
}

Lines show_option(const Field& field, const json::Value& value, const view::Catalogue&) {
  const Option* option = find_option(field, text_in(value));
  if (option == nullptr) return {};
  return {option->label};
}

Columns flatten_option(const Field& field, const json::Value& value) {
  const Option* option = find_option(field, text_in(value));
  return {{field.id, option == nullptr ? "" : option->label}};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view[field.options.size() > most_radios ? "is_select" : "is_radios"] = true;
  fill_options(field, raw, view);
}

}  // namespace

const FieldType choice_type = {"choice", FieldNature::answer, "form.required.choice", collect_text, read, check,
                               same_raw, show_option,         flatten_option,         fill_view};

}  // namespace clocher::forms
