// Every field type there is; field_type.cpp puts them into the table.
#pragma once

#include "tenants/forms/field_type.hpp"

namespace clocher::forms {

extern const FieldType text_type;
extern const FieldType long_text_type;
extern const FieldType email_type;
extern const FieldType phone_type;
extern const FieldType date_type;
extern const FieldType time_type;
extern const FieldType number_type;
extern const FieldType money_type;
extern const FieldType iban_type;
extern const FieldType siret_type;
extern const FieldType rna_type;
extern const FieldType plate_type;
extern const FieldType choice_type;
extern const FieldType choices_type;
extern const FieldType address_type;
extern const FieldType point_type;
extern const FieldType file_type;
extern const FieldType identity_type;
extern const FieldType group_type;
extern const FieldType note_type;
extern const FieldType title_type;
extern const FieldType consent_type;
extern const FieldType computed_type;

// Hundredths of "12.5", as a `number` field is kept; nullopt when the text is no number of at most 12 digits and 2 decimals.
[[nodiscard]] std::optional<std::int64_t> hundredths_of(std::string_view text);
[[nodiscard]] bool is_time(std::string_view text);  // "14:30", as a `time` field is kept

}  // namespace clocher::forms
