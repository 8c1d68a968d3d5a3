// Every field type there is; field_type.cpp puts them into the table.
#pragma once

#include "tenants/forms/field_type.hpp"

namespace clocher::forms {

extern const FieldType text_type;
extern const FieldType long_text_type;
extern const FieldType email_type;
extern const FieldType phone_type;
extern const FieldType date_type;
extern const FieldType number_type;
extern const FieldType choice_type;
extern const FieldType choices_type;
extern const FieldType address_type;
extern const FieldType file_type;
extern const FieldType note_type;
extern const FieldType consent_type;

}  // namespace clocher::forms
