// Reads one field of a definition.
#pragma once

#include "tenants/forms/definition.hpp"
#include "tenants/forms/object_reader.hpp"

#include <string>
#include <vector>

namespace clocher::forms {

// `earlier` holds every field asked before, those of the same step included.
[[nodiscard]] Field read_field(const json::Value& value, const std::string& where, const std::vector<Field>& earlier,
                               Problems& problems);

}  // namespace clocher::forms
