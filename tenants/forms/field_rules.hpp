// Reads the properties that each type of field allows.
#pragma once

#include "tenants/forms/definition.hpp"
#include "tenants/forms/object_reader.hpp"

namespace clocher::forms {

// A property that another type has is left to ObjectReader::refuse_unknown, with those that do not exist.
void read_rules_of_type(ObjectReader& object, Field& field);

}  // namespace clocher::forms
