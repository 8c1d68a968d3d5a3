// Sorts the published alerts by their period.
#include "tenants/site/alert_list.hpp"

#include "tenants/site/section.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t past_seconds = 30 * one_day;

}  // namespace

Alerts list_alerts(db::ReadTx& tx, Instant now) {
  Alerts alerts;
  for (Content& content : list_published(tx, ContentKind::alert, alert_section.slug, now)) {
    AlertDetails details = parse_alert(content.text.details);
    const bool has_just_ended = details.ends && *details.ends <= now && now - *details.ends <= past_seconds;
    if (is_running(details, now))
      alerts.running.push_back({std::move(content), std::move(details)});
    else if (has_just_ended)
      alerts.past.push_back({std::move(content), std::move(details)});
  }
  std::ranges::stable_sort(alerts.running, std::ranges::greater(), [](const Alert& one) { return one.details.severity; });
  std::ranges::stable_sort(alerts.past, std::ranges::greater(), [](const Alert& one) { return one.details.ends->seconds; });
  return alerts;
}

}  // namespace clocher::tenants
