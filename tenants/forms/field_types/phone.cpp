// A phone number, French or international.
#include "core/base/phone.hpp"
#include "tenants/forms/field_types/common.hpp"
#include "tenants/forms/field_types/types.hpp"

namespace clocher::forms {
namespace {

ReadField read(const Field& field, const json::Value& raw, Date) {
  ReadField line = read_line(field, raw);
  if (line.value) line.value = json::Value(normalize_phone(text_in(*line.value)));
  return line;
}

FieldErrors check(const Field& field, const json::Value& value, Date) {
  const std::string_view number = text_in(value);
  if (is_phone(number)) return {};
  return {error_about(field, "form.phone.unreadable")};
}

json::Value to_raw(const Field&, const json::Value& value) { return json::Value(format_phone(text_in(value))); }

Lines show_number(const Field&, const json::Value& value, const view::Catalogue&) {
  const std::string_view number = text_in(value);
  if (number.empty()) return {};
  return {format_phone(number)};
}

void fill_view(const Field& field, const json::Value& raw, const view::Catalogue&, json::Object& view) {
  view["is_phone"] = true;
  fill_value(raw, view);
  fill_own(field, view);
}

}  // namespace

const FieldType phone_type = {"phone", FieldNature::answer, "form.required.text", collect_text, read, check,
                              to_raw,  show_number,         flatten_text,         fill_view};

}  // namespace clocher::forms
