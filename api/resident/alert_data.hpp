// An alert as views show it.
#pragma once

#include "api/tools.hpp"
#include "core/json/json.hpp"
#include "tenants/site/alert_list.hpp"

#include <string_view>
#include <vector>

namespace clocher::api::resident {

// An item of partials/alerts.html and alerts.html.
[[nodiscard]] json::Object alert_data(const Tools& tools, const tenants::Alert& alert, Instant now);

// Those of `running` that stand on that page. Neither the list of alerts nor the page of one says it twice.
[[nodiscard]] json::Array banner_data(const Tools& tools, const std::vector<tenants::Alert>& running,
                                      std::string_view path, Instant now);

}  // namespace clocher::api::resident
