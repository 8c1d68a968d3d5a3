// What the law wants online by now: the list of deliberations and the minutes of each meeting.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "tenants/site/act_kind.hpp"
#include "tenants/tenant.hpp"

#include <vector>

namespace clocher::tenants {

struct OverduePublication {
  ActKind kind;   // liste_deliberations (CGCT L2121-25) or proces_verbal (L2121-15)
  Date meeting;   // whose list or minutes are not online
  Date deadline;  // the last day of the week that the law gives; may be near, not past
  bool is_late = false;
};

// The list: within a week of the meeting. The minutes: within a week of the meeting that approved them; while no draft says
// which, the next meeting is taken, as the law has minutes approved at its beginning. Oldest first. Known meetings are those that an act
// or a draft names, that took place, in the last two years.
[[nodiscard]] std::vector<OverduePublication> overdue_publications(db::ReadTx& tx, Instant now);

}  // namespace clocher::tenants
