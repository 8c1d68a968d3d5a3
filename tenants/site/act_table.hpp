// The deliberations as open data: SCDL schema "deliberations" 2.1.5.
#pragma once

#include "tenants/site/act.hpp"
#include "tenants/site/act_settings.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// CSV, UTF-8, commas, the columns of the schema in their order; oldest first. Only deliberations online that no other
// replaces. Needs a SIRET. A text that a spreadsheet would run as a formula begins with an apostrophe.
[[nodiscard]] std::string deliberations_csv(const std::vector<Act>& acts, std::string_view commune_name,
                                            std::string_view siret, std::string_view site_url);

}  // namespace clocher::tenants
