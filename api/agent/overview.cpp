// The first screen of the administration in one answer.
#include "tenants/site/overview.hpp"

#include "api/agent/handlers.hpp"
#include "api/respond.hpp"

namespace clocher::api::agent {
namespace {

constexpr std::int64_t deeds_shown = 8;

json::Object check_data(const Tools& tools, const tenants::Check& check) {
  const std::string key = "overview." + std::string(check.key);
  return {{"key", std::string(check.key)},
          {"title", tools.catalogue.text(key)},
          {"text", tools.catalogue.text(key + "_text")},
          {"path", std::string(check.path)},
          {"done", check.is_done}};
}

json::Object stale_data(const Tools& tools, const tenants::Stale& stale) {
  return {{"key", std::string(stale.key)},
          {"title", tools.catalogue.text("stale." + std::string(stale.key),
                                         {{"count", std::to_string(stale.count)}, {"name", stale.name}})},
          {"path", stale.path}};
}

// A change of state names the one before it in the history of its case ("État changé : {from} → {to}"): here the deed alone is
// enough. Other sentences may name {details}.
json::Object deed_data(const Tools& tools, const tenants::Event& event) {
  const std::string key = "event." + event.verb;
  const std::string words = event.verb == "dossier.state_changed" ? tools.catalogue.text("overview.state_changed")
                            : tools.catalogue.has(key) ? tools.catalogue.text(key, {{"details", event.details}})
                                                       : tools.catalogue.text("overview.deed");
  return {{"at", event.at.seconds}, {"actor", event.actor_name}, {"text", words}};
}

}  // namespace

Result<http::Response> read_overview(Context& context) {
  json::Array checks, stale, recent;
  std::int64_t remaining = 0;
  context.tenant.read([&](db::ReadTx& tx) {
    const tenants::Profile profile = tenants::read_profile(tx);
    for (const tenants::Check& check : tenants::setup_checks(tx, profile, context.tools.config.hosting_name)) {
      if (!check.is_done) ++remaining;
      checks.push_back(check_data(context.tools, check));
    }
    for (const tenants::Stale& each : tenants::stale_contents(tx, profile, context.now))
      stale.push_back(stale_data(context.tools, each));
    for (const tenants::Event& event : tenants::recent_deeds(tx, deeds_shown))
      recent.push_back(deed_data(context.tools, event));
  });
  return json_response(200, {{"remaining", remaining},
                             {"checks", std::move(checks)},
                             {"stale", std::move(stale)},
                             {"recent", std::move(recent)}});
}

}  // namespace clocher::api::agent
