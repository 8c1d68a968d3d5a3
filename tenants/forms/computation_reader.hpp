// Reads the `compute` of a field.
#pragma once

#include "tenants/forms/definition.hpp"
#include "tenants/forms/object_reader.hpp"

#include <vector>

namespace clocher::forms {

// `earlier` holds every field asked before: nothing else can be computed with.
[[nodiscard]] Computation read_computation(ObjectReader& owner, const std::vector<Field>& earlier);

}  // namespace clocher::forms
