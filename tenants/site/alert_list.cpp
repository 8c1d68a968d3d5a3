// Sorts alerts by their period.
#include "tenants/site/alert_list.hpp"

#include "tenants/site/content_store.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t past_seconds = 30 * one_day;

// Of a published and a planned revision, the one that residents read at that moment.
bool is_read(const Content& content, Instant now) {
  const bool has_expired = content.expires_at && *content.expires_at <= now;
  return !has_expired && public_revision(content, now) == content.revision;
}

}  // namespace

std::vector<Alert> read_alerts(db::ReadTx& tx) {
  std::vector<Alert> alerts;
  for (Content& content : content_store::public_alert_revisions(tx)) {
    AlertDetails details = parse_alert(content.text.details);
    alerts.push_back({std::move(content), std::move(details)});
  }
  return alerts;
}

std::vector<Alert> running_alerts(const std::vector<Alert>& alerts, Instant now) {
  std::vector<Alert> running;
  std::ranges::copy_if(alerts, std::back_inserter(running), [&](const Alert& alert) {
    return is_read(alert.content, now) && is_running(alert.details, now);
  });
  std::ranges::stable_sort(running, std::ranges::greater(), [](const Alert& one) { return one.details.severity; });
  return running;
}

std::vector<Alert> past_alerts(const std::vector<Alert>& alerts, Instant now) {
  std::vector<Alert> past;
  std::ranges::copy_if(alerts, std::back_inserter(past), [&](const Alert& alert) {
    const auto& ends = alert.details.ends;
    return is_read(alert.content, now) && ends && *ends <= now && now - *ends <= past_seconds;
  });
  std::ranges::stable_sort(past, std::ranges::greater(), [](const Alert& one) { return one.details.ends->seconds; });
  return past;
}

}  // namespace clocher::tenants
