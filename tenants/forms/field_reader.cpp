// Reads what every field has; what its type adds: field_rules.cpp.
#include "tenants/forms/field_reader.hpp"

#include "tenants/forms/computation_reader.hpp"
#include "tenants/forms/condition_reader.hpp"
#include "tenants/forms/field_rules.hpp"
#include "tenants/forms/field_type.hpp"

namespace clocher::forms {
Field read_field(const json::Value& value, const std::string& where, const std::vector<Field>& earlier,
                 Problems& problems) {
  ObjectReader object(value, where, problems);
  Field field;
  field.id = object.identifier("id");
  const std::string type = object.text("type");
  field.type = find_field_type(type);
  field.label = object.text("label");
  field.hint = object.optional_text("hint");
  field.show_if = read_condition(object, "show_if", earlier);
  if (field.type == nullptr) {
    object.wrong("type", "\"" + type + "\" is no type of field");
    return field;  // nothing else of it can be judged
  }
  if (field.type->nature == FieldNature::computed) {
    field.compute = read_computation(object, earlier);
    field.suffix = object.optional_text("suffix");
    field.is_hidden = object.find("hidden") != nullptr && object.flag("hidden");
  } else if (field.type->nature != FieldNature::note) {
    field.require_if = read_condition(object, "require_if", earlier);
    field.required = object.flag("required");
    field.autocomplete = object.optional_text("autocomplete");
  } else if (object.find("required") != nullptr && object.flag("required")) {
    object.wrong("required", "must be false or absent: a note or title asks nothing");
  }
  read_rules_of_type(object, field);
  object.refuse_unknown();
  return field;
}

}  // namespace clocher::forms
