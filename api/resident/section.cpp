// Sections: their first page, and the pages in them.
#include "api/frame.hpp"
#include "api/resident/content_page.hpp"
#include "api/resident/handlers.hpp"
#include "api/respond.hpp"
#include "core/view/markdown.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/page_place.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <array>

namespace clocher::api::resident {
namespace {

using tenants::DirectoryKind;

constexpr std::array town_hall_kinds = {DirectoryKind::elus, DirectoryKind::services};
constexpr std::array living_kinds = {DirectoryKind::associations, DirectoryKind::commerces, DirectoryKind::sante};

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

json::Object card(std::string_view title, std::string_view url, std::string_view summary) {
  return {{"title", std::string(title)}, {"url", std::string(url)}, {"summary", or_false(summary)}};
}

void add_directories(json::Array& list, db::ReadTx& tx, std::span<const DirectoryKind> kinds) {
  for (const DirectoryKind kind : kinds) {
    if (tenants::list_public_entries(tx, kind).empty()) continue;
    const tenants::DirectoryKindInfo& info = tenants::info_of(kind);
    list.push_back(card(info.title, "/annuaire/" + std::string(info.slug), info.summary));
  }
}

// What the site holds elsewhere and readers look for here.
json::Array belongs_to(const Tools& tools, db::ReadTx& tx, std::string_view section) {
  json::Array list;
  if (section == tenants::town_hall_slug) {
    list.push_back(card(tools.catalogue.text("acts.title"), "/actes", tools.catalogue.text("acts.summary")));
    add_directories(list, tx, town_hall_kinds);
  }
  if (section == tenants::living_slug) add_directories(list, tx, living_kinds);
  return list;
}

struct Front {
  tenants::Profile profile;
  std::optional<tenants::Section> section;
  json::Array cards;
};

Front read_front(const Context& context, std::string_view slug) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Front front;
    front.section = tenants::find_section(tx, slug);
    if (!front.section) return front;
    front.profile = tenants::read_profile(tx);
    for (const tenants::Content& content :
         tenants::list_published(tx, tenants::ContentKind::page, slug, context.now))
      front.cards.push_back(card(content.text.title, path_of(content), content.text.summary));
    for (json::Value& more : belongs_to(context.tools, tx, slug)) front.cards.push_back(std::move(more));
    return front;
  });
}

http::Response moved(std::string location) {
  http::Response response;
  response.status = 308;
  response.headers.set("Location", std::move(location));
  response.headers.set("Cache-Control", "public, max-age=3600");
  return response;
}

}  // namespace

Result<http::Response> section_front(Context& context) {
  Front front = read_front(context, context.parameters.get("section"));
  if (!front.section) return not_found();
  json::Object data =
      frame_data(context, front.profile, {.title = front.section->title, .path = "/" + front.section->slug});
  data["intro_html"] = or_false(view::render_markdown(front.section->introduction_markdown));
  data["has_pages"] = !front.cards.empty();
  data["pages"] = std::move(front.cards);
  return page(context.tools, 200, "section.html", data);
}

Result<http::Response> section_page(Context& context) {
  const std::string& section = context.parameters.get("section");
  const std::string& slug = context.parameters.get("slug");
  std::optional<std::string> address;
  const auto content = context.tenant.read([&](db::ReadTx& tx) {
    auto found = tenants::find_published(tx, tenants::ContentKind::page, section, slug, context.now);
    if (!found) address = tenants::present_address(tx, section, slug, context.now);
    return found;
  });
  if (content) return content_page(context, *content);
  if (address) return moved(*address);
  return not_found();
}

}  // namespace clocher::api::resident
