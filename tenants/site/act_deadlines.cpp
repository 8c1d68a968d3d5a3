// Goes through the meetings that acts name.
#include "tenants/site/act_deadlines.hpp"

#include "tenants/site/act.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

namespace clocher::tenants {
namespace {

using std::chrono::sys_days;

constexpr std::chrono::days week{7};
constexpr std::chrono::days looked_back{730};

struct Meeting {
  bool has_list = false;
  bool has_minutes = false;
  std::optional<sys_days> approved_on = {};
};

std::map<sys_days, Meeting> meetings_held(db::ReadTx& tx, sys_days today) {
  std::map<sys_days, Meeting> meetings;
  for (const Act& act : list_acts(tx, {})) {
    if (!act.text.meeting_on) continue;
    const sys_days day(*act.text.meeting_on);
    if (day > today || day < today - looked_back) continue;
    Meeting& meeting = meetings[day];
    const bool was_posted = act.published_at.has_value();
    if (act.kind == ActKind::liste_deliberations) meeting.has_list |= was_posted;
    if (act.kind != ActKind::proces_verbal) continue;
    meeting.has_minutes |= was_posted;
    if (act.text.approved_on) meeting.approved_on = sys_days(*act.text.approved_on);
  }
  return meetings;
}

}  // namespace

std::vector<OverduePublication> overdue_publications(db::ReadTx& tx, Instant now) {
  const sys_days today(to_local(now).date);
  const auto meetings = meetings_held(tx, today);
  std::vector<OverduePublication> missing;
  const auto add = [&](ActKind kind, sys_days meeting, sys_days from) {
    const sys_days deadline = from + week;
    missing.push_back({kind, Date(meeting), Date(deadline), today > deadline});
  };
  for (auto it = meetings.begin(); it != meetings.end(); ++it) {
    const auto& [day, meeting] = *it;
    if (!meeting.has_list) add(ActKind::liste_deliberations, day, day);
    if (meeting.has_minutes) continue;
    const auto next = std::next(it);
    const auto approved = meeting.approved_on      ? meeting.approved_on
                          : next != meetings.end() ? std::optional(next->first)
                                                   : std::nullopt;
    if (approved && *approved <= today) add(ActKind::proces_verbal, day, *approved);
  }
  std::ranges::stable_sort(missing, {}, &OverduePublication::deadline);
  return missing;
}

}  // namespace clocher::tenants
