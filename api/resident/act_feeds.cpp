// The acts for machines: open data of the deliberations, a feed of what is new.
#include "api/resident/act_data.hpp"
#include "api/resident/handlers.hpp"
#include "core/base/text.hpp"
#include "tenants/site/act_table.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

using tenants::Act;

constexpr std::size_t acts_in_feed = 30;

http::Response file(std::string_view content_type, std::string body) {
  http::Response response;
  response.headers.set("Content-Type", std::string(content_type));
  response.headers.set("Cache-Control", "public, max-age=300");
  response.body = std::move(body);
  return response;
}

struct Published {
  tenants::Profile profile;
  tenants::ActSettings settings;
  std::vector<Act> acts;
};

Published read_published(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    return Published{tenants::read_profile(tx), tenants::read_act_settings(tx),
                     tenants::list_acts(tx, {.state = tenants::ActState::published})};
  });
}

}  // namespace

Result<http::Response> deliberations_table(Context& context) {
  const Published all = read_published(context);
  if (all.settings.siret.empty()) return fail(ErrorKind::not_found, "act.table_without_siret");
  http::Response response = file(
      "text/csv; charset=utf-8",
      tenants::deliberations_csv(all.acts, all.profile.name, all.settings.siret, context.tenant.identity().site_url));
  // SCDL names files by SIRET and schema.
  response.headers.set("Content-Disposition", "attachment; filename=\"" + all.settings.siret + "_deliberations.csv\"");
  return response;
}

Result<http::Response> act_feed(Context& context) {
  Published all = read_published(context);
  const std::string& site = context.tenant.identity().site_url;
  std::ranges::stable_sort(all.acts, std::ranges::greater{}, [](const Act& act) { return act.published_at->seconds; });
  if (all.acts.size() > acts_in_feed) all.acts.resize(acts_in_feed);
  json::Array entries;
  for (const Act& act : all.acts) {
    entries.push_back(json::Object{{"entry_title", name_of(act)},
                                   {"entry_url", site + path_of(act)},
                                   {"entry_at", to_rfc3339(*act.published_at)},
                                   {"entry_object", act.text.object}});
  }
  const Instant updated = all.acts.empty() ? Instant{0} : *all.acts.front().published_at;
  const Tools& tools = context.tools;
  return file("application/atom+xml; charset=utf-8",
              tools.views.render(
                  "acts_feed.xml",
                  {{"feed_title", tools.catalogue.text("acts.feed", {{"of_name", with_de(all.profile.name)}})},
                   {"feed_url", site + "/actes/flux.xml"},
                   {"page_url", site + "/actes"},
                   {"author", tools.catalogue.text("acts.feed_author", {{"of_name", with_de(all.profile.name)}})},
                   {"updated", to_rfc3339(updated)},
                   {"entries", std::move(entries)}}));
}

}  // namespace clocher::api::resident
