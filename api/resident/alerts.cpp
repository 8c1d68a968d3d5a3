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
  tenants::Profile profile;
  tenants::Alerts alerts;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    alerts = tenants::list_alerts(tx, context.now);
  });
  json::Object data =
      frame_data(context.tools, profile, {.title = context.tools.catalogue.text("title.alerts"), .path = "/alertes"});
  data["has_running"] = !alerts.running.empty();
  data["running"] = entries(context, alerts.running);
  data["has_past"] = !alerts.past.empty();
  data["past"] = entries(context, alerts.past);
  return page(context.tools, 200, "alerts.html", data);
}

}  // namespace clocher::api::resident
