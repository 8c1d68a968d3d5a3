// One thing found, as views show it.
#pragma once

#include "api/tools.hpp"
#include "core/json/json.hpp"
#include "tenants/search/site_search.hpp"

namespace clocher::api::resident {

// Keys of partials/found.html.
[[nodiscard]] json::Object found_data(const Tools& tools, const tenants::Found& found);

}  // namespace clocher::api::resident
