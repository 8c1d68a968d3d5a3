// How people and machines find what is here: site plan, sitemap, robots, security contact, embedded files.
#include "api/frame.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "api/static_files.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

constexpr std::int64_t security_txt_days = 180;  // RFC 9116: less than a year ahead; renewed by each reading

struct Everything {
  tenants::Profile profile;
  std::vector<tenants::Section> sections;
  std::vector<tenants::Content> pages;  // of all sections, in order
  std::vector<tenants::Content> news;
  std::vector<tenants::Content> events;
  std::vector<tenants::Content> alerts;
  std::vector<forms::Procedure> procedures;
  std::vector<tenants::Act> acts;
  std::vector<tenants::DirectoryEntry> entries;  // of all directories
};

Everything read_everything(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Everything all{tenants::read_profile(tx),
                   tenants::list_sections(tx),
                   {},
                   {},
                   {},
                   {},
                   forms::list_procedures(tx),
                   tenants::list_acts(tx, {.state = tenants::ActState::published}),
                   tenants::list_public_entries(tx)};
    for (const tenants::Section& section : all.sections) {
      for (auto& page : tenants::list_published(tx, tenants::ContentKind::page, section.slug, context.now))
        all.pages.push_back(std::move(page));
    }
    const auto published = [&](tenants::ContentKind kind) {
      return tenants::list_published(tx, kind, tenants::section_of(kind), context.now);
    };
    all.news = published(tenants::ContentKind::news);
    all.events = published(tenants::ContentKind::event);
    all.alerts = published(tenants::ContentKind::alert);
    return all;
  });
}

json::Object link(std::string_view label, std::string_view url) {
  return {{"label", std::string(label)}, {"url", std::string(url)}};
}

json::Array content_links(const std::vector<tenants::Content>& contents) {
  json::Array links;
  for (const tenants::Content& content : contents) links.push_back(link(content.text.title, path_of(content)));
  return links;
}

json::Object group(std::string_view title, std::string_view url, json::Array links) {
  return {{"group_title", std::string(title)},
          {"group_url", std::string(url)},
          {"has_links", !links.empty()},
          {"links", std::move(links)}};
}

// The directories that hold something.
std::vector<const tenants::DirectoryKindInfo*> used_kinds(const std::vector<tenants::DirectoryEntry>& entries) {
  std::vector<const tenants::DirectoryKindInfo*> kinds;
  for (const tenants::DirectoryKindInfo& info : tenants::directory_kinds()) {
    if (std::ranges::find(entries, info.kind, &tenants::DirectoryEntry::kind) != entries.end()) kinds.push_back(&info);
  }
  return kinds;
}

json::Array directory_links(const std::vector<tenants::DirectoryEntry>& entries) {
  json::Array links;
  for (const auto* info : used_kinds(entries))
    links.push_back(link(info->title, "/annuaire/" + std::string(info->slug)));
  return links;
}

http::Response file(std::string_view content_type, std::string body) {
  http::Response response;
  response.headers.set("Content-Type", std::string(content_type));
  response.headers.set("Cache-Control", "public, max-age=3600");
  response.body = std::move(body);
  return response;
}

Result<http::Response> or_not_found(std::optional<http::Response> response) {
  if (!response) return fail(ErrorKind::not_found, "request.not_found");
  return std::move(*response);
}

}  // namespace

Result<http::Response> site_map(Context& context) {
  const Everything all = read_everything(context);
  const auto text = [&](std::string_view key) { return context.tools.catalogue.text(key); };
  json::Array groups;
  for (const tenants::Section& section : all.sections) {
    json::Array links;
    for (const tenants::Content& page : all.pages) {
      if (page.section == section.slug) links.push_back(link(page.text.title, path_of(page)));
    }
    if (section.slug == tenants::town_hall_slug) {
      links.push_back(link(text("acts.title"), "/actes"));
      links.push_back(link(text("acts.meetings"), "/actes/seances"));
    }
    groups.push_back(group(section.title, "/" + section.slug, std::move(links)));
  }
  groups.push_back(group(text("nav.directory"), "/annuaire", directory_links(all.entries)));
  json::Array procedures;
  for (const forms::Procedure& procedure : all.procedures)
    procedures.push_back(link(procedure.title, "/demarches/" + procedure.slug));
  procedures.push_back(link(text("title.tracking"), "/suivi"));
  groups.push_back(group(text("nav.procedures"), "/demarches", std::move(procedures)));
  groups.push_back(group(text("nav.news"), "/actualites", content_links(all.news)));
  groups.push_back(group(text("nav.agenda"), "/agenda", content_links(all.events)));
  groups.push_back(group(text("title.alerts"), "/alertes", content_links(all.alerts)));
  json::Array legal{json::Value(link(text("title.accessibility"), "/accessibilite")),
                    json::Value(link(text("title.privacy"), "/donnees-personnelles")),
                    json::Value(link(text("title.cookies"), "/cookies"))};
  groups.push_back(group(text("title.legal_notice"), "/mentions-legales", std::move(legal)));
  json::Object data =
      frame_data(context, all.profile, {.title = text("title.site_map"), .path = "/plan-du-site"});
  data["groups"] = std::move(groups);
  return page(context.tools, 200, "site_map.html", data);
}

Result<http::Response> sitemap_xml(Context& context) {
  const Everything all = read_everything(context);
  const std::string& site = context.tenant.identity().site_url;
  json::Array urls;
  const auto add = [&](const std::string& path, json::Value modified) {
    urls.push_back(json::Object{{"location", site + path}, {"modified", std::move(modified)}});
  };
  add("/", false);
  for (const tenants::Section& section : all.sections) add("/" + section.slug, false);
  add("/demarches", false);
  add("/actualites", false);
  add("/agenda", false);
  add("/alertes", false);
  for (const auto* contents : {&all.pages, &all.news, &all.events, &all.alerts}) {
    for (const tenants::Content& content : *contents)
      add(path_of(content), json::Value(to_iso(to_local(content.updated_at).date)));
  }
  add("/annuaire", false);
  for (const auto* info : used_kinds(all.entries)) add("/annuaire/" + std::string(info->slug), false);
  for (const tenants::DirectoryEntry& entry : all.entries)
    add(path_of(entry), json::Value(to_iso(to_local(entry.updated_at).date)));
  for (const forms::Procedure& procedure : all.procedures) add("/demarches/" + procedure.slug, false);
  add("/actes", false);
  add("/actes/seances", false);
  for (const tenants::Act& act : all.acts) add(path_of(act), json::Value(to_iso(to_local(*act.published_at).date)));
  for (const char* path : {"/mentions-legales", "/accessibilite", "/donnees-personnelles", "/cookies", "/plan-du-site"})
    add(path, false);
  return file("application/xml; charset=utf-8", context.tools.views.render("sitemap.xml", {{"urls", std::move(urls)}}));
}

Result<http::Response> robots_txt(Context& context) {
  return file(
      "text/plain; charset=utf-8",
      context.tools.views.render("robots.txt", {{"sitemap_url", context.tenant.identity().site_url + "/sitemap.xml"}}));
}

Result<http::Response> security_txt(Context& context) {
  const std::string& site = context.tenant.identity().site_url;
  const Config& config = context.tools.config;
  const std::string contact = config.security_contact.empty() ? site + "/mentions-legales" : config.security_contact;
  return file(
      "text/plain; charset=utf-8",
      context.tools.views.render("security.txt", {{"contact", contact},
                                                  {"expires", to_rfc3339(context.now + security_txt_days * one_day)},
                                                  {"canonical_url", site + "/.well-known/security.txt"}}));
}

Result<http::Response> static_file(Context& context) { return or_not_found(serve_static(context.request)); }
Result<http::Response> admin_application(Context& context) { return or_not_found(serve_admin(context.request)); }

}  // namespace clocher::api::resident
