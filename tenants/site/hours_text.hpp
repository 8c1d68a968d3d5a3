// Opening hours of one day as people write them in a table.
#pragma once

#include "tenants/site/hours.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// "9h-12h 14h-17h30", "9 h à 12 h et 14 h à 18 h", "09:00-12:00", "fermé": intervals in order, at most three; nullopt when it
// says anything else.
[[nodiscard]] std::optional<std::vector<Interval>> read_day_hours(std::string_view text);

// "9h-12h 14h-17h30", "fermé"
[[nodiscard]] std::string write_day_hours(const std::vector<Interval>& intervals);

}  // namespace clocher::tenants
