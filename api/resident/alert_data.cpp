// Words of alerts: how severe, from when to when.
#include "api/resident/alert_data.hpp"

#include "api/frame.hpp"
#include "api/resident/listing.hpp"

namespace clocher::api::resident {
namespace {

// Only what readers do not see by themselves: that it has begun goes without saying.
json::Value period(const Tools& tools, const tenants::AlertDetails& alert, Instant now) {
  const bool is_coming = alert.starts && *alert.starts > now;
  const bool is_over = alert.ends && *alert.ends <= now;
  if (!alert.ends && !is_coming) return false;
  Arguments arguments;
  if (alert.starts) arguments["start"] = to_french(*alert.starts);
  if (alert.ends) arguments["end"] = to_french(*alert.ends);
  const bool names_both = alert.starts && alert.ends && (is_coming || is_over);
  return json::Value(tools.catalogue.text(names_both    ? "alerts.period"
                                          : !alert.ends ? "alerts.from"
                                          : is_over     ? "alerts.ended"
                                                        : "alerts.until",
                                          arguments));
}

}  // namespace

json::Object alert_data(const Tools& tools, const tenants::Alert& alert, Instant now) {
  const std::string name(tenants::severity_names.at(static_cast<std::size_t>(alert.details.severity)));
  return {{"severity_class", "alert-" + name},
          {"severity", tools.catalogue.text("alerts.severity." + name)},
          {"alert_title", alert.content.text.title},
          {"url", path_of(alert.content)},
          {"source", source_data(alert.content)},
          {"summary", or_false(alert.content.text.summary)},
          {"period", period(tools, alert.details, now)}};
}

json::Array banner_data(const Tools& tools, const std::vector<tenants::Alert>& running, std::string_view path,
                        Instant now) {
  json::Array banners;
  for (const tenants::Alert& alert : running) {
    if (tenants::concerns(alert.details, path) && path != "/alertes" && path_of(alert.content) != path)
      banners.push_back(alert_data(tools, alert, now));
  }
  return banners;
}

}  // namespace clocher::api::resident
