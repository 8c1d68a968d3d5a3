// The alerts of the moment and of the last weeks.
#include "api/frame.hpp"
#include "api/resident/alert_data.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"

namespace clocher::api::resident {
namespace {

json::Array entries(const Context& context, const std::vector<tenants::Alert>& alerts) {
  json::Array list;
  for (const tenants::Alert& alert : alerts) list.push_back(alert_data(context.tools, alert, context.now));
  return list;
}

}  // namespace

Result<http::Response> alert_list(Context& context) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  const auto running = tenants::running_alerts(profile.alerts, context.now);
  const auto past = tenants::past_alerts(profile.alerts, context.now);
  json::Object data =
      frame_data(context, profile, {.title = context.tools.catalogue.text("title.alerts"), .path = "/alertes"});
  data["has_running"] = !running.empty();
  data["running"] = entries(context, running);
  data["has_past"] = !past.empty();
  data["past"] = entries(context, past);
  return page(context.tools, 200, "alerts.html", data);
}

}  // namespace clocher::api::resident
