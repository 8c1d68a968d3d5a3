// The table of field types.
#include "tenants/forms/field_type.hpp"

#include "tenants/forms/field_types/types.hpp"

#include <algorithm>

namespace clocher::forms {

const std::vector<const FieldType*>& field_types() {
  static const std::vector<const FieldType*> types = {
      &text_type, &long_text_type, &email_type, &phone_type, &date_type,   &time_type,    &number_type,   &money_type,
      &iban_type, &siret_type,     &rna_type,   &plate_type, &choice_type, &choices_type, &address_type,  &point_type,
      &file_type, &identity_type,  &group_type, &note_type,  &title_type,  &consent_type, &computed_type,
  };
  return types;
}

const FieldType* find_field_type(std::string_view name) {
  const auto& types = field_types();
  const auto it = std::find_if(types.begin(), types.end(), [&](const FieldType* type) { return type->name == name; });
  return it == types.end() ? nullptr : *it;
}

ReadField read_answer(const Field& field, const json::Value& raw, Date today) {
  ReadField answer = field.type->read(field, raw, today);
  if (!answer.value) return answer;
  answer.errors = field.type->check(field, *answer.value, today);
  if (!answer.errors.empty()) answer.value.reset();
  return answer;
}

Lines show(const Field& field, const json::Value& value, const view::Catalogue& catalogue) {
  return field.type->show(field, value, catalogue);
}

Columns flatten(const Field& field, const json::Value& value) { return field.type->flatten(field, value); }

}  // namespace clocher::forms
