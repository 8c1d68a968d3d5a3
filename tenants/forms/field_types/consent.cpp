// A box to tick. Not ticked is no answer.
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

constexpr std::string_view ticked = "yes";

ReadField read(const Field& field, const json::Value& raw, Date) {
  if (raw.is_null() || (raw.is_string() && text_in(raw).empty())) return {};
  if (text_in(raw) != ticked) return unreadable(field, "form.choice.unknown");
  return {json::Value(true), {}};
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  if (value.is_bool() && value.get_bool()) return {};
  return {error_about(field, "form.choice.unknown")};
}

json::Value to_raw(const Field&, const json::Value& value) {
  return value.is_bool() && value.get_bool() ? json::Value(ticked) : nullptr;
}

Lines show_consent(const Field&, const json::Value& value, const view::Catalogue& catalogue) {
  if (!value.is_bool() || !value.get_bool()) return {};
  return {catalogue.text("form.consent.given")};
}

Columns flatten_consent(const Field& field, const json::Value& value) {
  return {{field.id, value.is_bool() && value.get_bool() ? "1" : "0"}};
}

// One checkbox whose legend is the label; the option of the definition, if any, says what ticking means.
void fill_view(const Field& field, const json::Value& raw, const view::Catalogue& catalogue, json::Object& view) {
  Field box = field;
  if (box.options.empty()) box.options.push_back({"", catalogue.text("form.consent.option"), ""});
  box.options.front().value = ticked;
  view["is_checkboxes"] = true;
  fill_options(box, raw, view);
}

}  // namespace

const FieldType consent_type = {"consent", FieldNature::answer, "form.required.consent", collect_text, read, check,
                                to_raw,    show_consent,        flatten_consent,         fill_view};

}  // namespace clocher::forms
