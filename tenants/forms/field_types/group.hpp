// What reads and draws the items of a repeatable block.
#pragma once

#include "tenants/forms/definition.hpp"

#include <cstddef>
#include <string>

namespace clocher::forms {

// The question as it stands in item `index`: its id is "children.0.first_name", its label names the item.
[[nodiscard]] Field part_of_item(const Field& group, const Field& part, std::size_t index);

// "Enfant 1" for index 0, with U+00A0.
[[nodiscard]] std::string name_of_item(const Field& group, std::size_t index);

}  // namespace clocher::forms
