// Renders page.html and news_item.html.
#include "api/resident/content_page.hpp"

#include "api/frame.hpp"
#include "api/respond.hpp"
#include "core/view/markdown.hpp"
#include "tenants/site/section.hpp"

namespace clocher::api::resident {
namespace {

Link parent_of(const tenants::Content& content) {
  const tenants::Section* section = tenants::find_section(content.section);
  const tenants::Section& known = section == nullptr ? tenants::news_section : *section;
  return {std::string(known.title), "/" + std::string(known.slug)};
}

json::Array related_pages(const std::vector<tenants::Content>& pages, const tenants::Content& content) {
  json::Array related;
  for (const tenants::Content& page : pages) {
    if (page.id != content.id) related.push_back(json::Object{{"title", page.text.title}, {"url", path_of(page)}});
  }
  return related;
}

}  // namespace

http::Response content_page(const Context& context, const tenants::Content& content) {
  const bool is_news = content.kind == tenants::ContentKind::news;
  tenants::Profile profile;
  std::vector<tenants::Content> siblings;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    if (!is_news) siblings = tenants::list_published(tx, content.kind, content.section, context.now);
  });
  json::Object data = frame_data(context.tools, profile,
                                 {.title = content.text.title,
                                  .path = path_of(content),
                                  .breadcrumb = {parent_of(content)},
                                  .description = content.text.summary});
  data["body_html"] = or_false(view::render_markdown(content.text.body_markdown));
  const Instant published_at = content.published_at.value_or(content.updated_at);
  if (is_news) {
    const bool was_changed = content.updated_at > published_at;
    data["published"] = date_data(to_local(published_at).date);
    data["updated"] = was_changed ? json::Value(date_data(to_local(content.updated_at).date)) : json::Value(false);
    return page(context.tools, 200, "news_item.html", data);
  }
  json::Array related = related_pages(siblings, content);
  data["updated"] = date_data(to_local(content.updated_at).date);
  data["has_related"] = !related.empty();
  data["related"] = std::move(related);
  return page(context.tools, 200, "page.html", data);
}

}  // namespace clocher::api::resident
