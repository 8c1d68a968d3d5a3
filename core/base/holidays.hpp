// Public holidays of France, by department (Code du travail L. 3133-1, L. 3134-13, L. 3422-2).
#pragma once

#include "core/base/date.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace clocher {

struct Holiday {
  Date date;
  std::string_view name;  // "Armistice de 1918"
};

// Gregorian Easter Sunday. Years 1583 and later.
[[nodiscard]] Date easter(int year);

// In order of date. `department`: "72", "2A", "971". Vendredi saint is law in the communes of Alsace-Moselle that have a
// Protestant church or a mixed one; it is given for all of 57, 67 and 68, as town halls there keep it.
[[nodiscard]] std::vector<Holiday> holidays_of(int year, std::string_view department);
[[nodiscard]] std::optional<std::string_view> holiday_name(Date date, std::string_view department);

}  // namespace clocher
