// Reads the `show_if` of a step or a field.
#pragma once

#include "tenants/forms/definition.hpp"
#include "tenants/forms/object_reader.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace clocher::forms {

// `earlier` holds every field asked before: a condition looks at nothing else. Empty when there is no such property.
[[nodiscard]] std::optional<Condition> read_condition(ObjectReader& owner, std::string_view name,
                                                      const std::vector<Field>& earlier);

}  // namespace clocher::forms
