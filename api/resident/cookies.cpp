// What this site keeps in a browser.
#include "api/cookie_names.hpp"
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"

namespace clocher::api::resident {

Result<http::Response> cookie_page(Context& context) {
  const auto profile = context.tenant.read([](db::ReadTx& tx) { return tenants::read_profile(tx); });
  const Tools& tools = context.tools;
  json::Array list;
  for (const cookies::Described& cookie : cookies::all) {
    const std::string key = "cookies." + std::string(cookie.words_key);
    list.push_back(json::Object{
        {"name", std::string(cookie.name)},
        {"purpose", tools.catalogue.text(key + ".purpose")},
        {"duration",
         tools.catalogue.text(key + ".duration", {{"days", std::to_string(tools.config.draft_days)},
                                                  {"hours", std::to_string(tools.config.agent_session_hours)}})}});
  }
  json::Object data = frame_data(context, profile, {.title = tools.catalogue.text("title.cookies"), .path = "/cookies"});
  data["cookies"] = std::move(list);
  return page(tools, 200, "legal_cookies.html", data);
}

}  // namespace clocher::api::resident
