// Rules on what an act says of itself.
#pragma once

#include "tenants/site/act.hpp"

#include <vector>

namespace clocher::tenants {

// One line, one form for each value; a deliberation is of the meeting of its day, a subject has its usual name.
[[nodiscard]] ActText cleaned(ActKind kind, const ActText& text);

// Of cleaned text: what is there must be right. What may not be left out is asked at publication.
[[nodiscard]] std::vector<FieldError> check(const ActText& text);

// "2026", "2026/2027": two years in order.
[[nodiscard]] bool is_budget_year(std::string_view text);

}  // namespace clocher::tenants
