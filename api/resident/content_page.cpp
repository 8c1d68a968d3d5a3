// Renders page.html, news_item.html and alert.html.
#include "api/resident/content_page.hpp"

#include "api/frame.hpp"
#include "api/resident/alert_data.hpp"
#include "api/resident/blocks.hpp"
#include "api/resident/event_page.hpp"
#include "api/resident/listing.hpp"
#include "api/respond.hpp"
#include "tenants/site/section.hpp"

namespace clocher::api::resident {
namespace {

using tenants::Content;
using tenants::ContentKind;

constexpr std::int64_t most_related = 6;

// What stands on the page beside the frame, read in one go.
struct Parts {
  tenants::Profile profile;
  json::Object written;  // of partials/written.html
  json::Value picture = false;
  std::string image_url;
  std::optional<tenants::Section> section;  // of a page
  std::vector<Content> section_pages;
  std::vector<Content> related;
};

Parts read_parts(const Context& context, const Content& content) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Parts parts;
    parts.profile = tenants::read_profile(tx);
    add_written(parts.written, tx, content.text, context.now);
    parts.picture = picture_of(tx, content.text.details, {.loading = tenants::PictureUse::Loading::eager});
    parts.image_url = shared_image(tx, content.text.details, context.tenant.identity().site_url);
    if (content.kind == ContentKind::page) {
      parts.section = tenants::find_section(tx, content.section);
      parts.section_pages = tenants::list_published(tx, content.kind, content.section, context.now);
    }
    parts.related = tenants::list_linking_to(tx, path_of(content), context.now, most_related);
    return parts;
  });
}

Link parent_of(const Parts& parts, ContentKind kind) {
  if (parts.section) return {parts.section->title, "/" + parts.section->slug};
  const tenants::FixedSection& fixed = kind == ContentKind::event   ? tenants::event_section
                                       : kind == ContentKind::alert ? tenants::alert_section
                                                                    : tenants::news_section;
  return {std::string(fixed.title), "/" + std::string(fixed.slug)};
}

json::Object page_data(const Context& context, const Content& content, Parts& parts) {
  const std::string address = context.tenant.identity().site_url + path_of(content);  // what is shared has its own elsewhere
  json::Object data = frame_data(context, parts.profile,
                                 {.title = content.text.title,
                                  .path = path_of(content),
                                  .breadcrumb = {parent_of(parts, content.kind)},
                                  .description = content.text.summary,
                                  .canonical_url = content.shared_by.empty() ? address : "",
                                  .image_url = parts.image_url,
                                  .asks_opinion = content.kind != ContentKind::alert});
  for (auto& [name, value] : parts.written) data[name] = std::move(value);
  data["source"] = source_data(content);
  return data;
}

json::Object menu_link(const Content& page, std::string_view label, json::Value is_here) {
  return {{"label", std::string(label)}, {"url", path_of(page)}, {"is_here", std::move(is_here)}};
}

// The pages of the section, this one marked; false when there is no other. What is not published yet stands where it will be seen.
json::Value section_menu(const Content& content, const Parts& parts) {
  json::Array links;
  bool is_listed = false;
  for (const Content& page : parts.section_pages) {
    const bool is_here = page.id == content.id;
    is_listed = is_listed || is_here;
    links.push_back(menu_link(page, is_here ? content.text.title : page.text.title, is_here));
  }
  if (!is_listed) links.push_back(menu_link(content, content.text.title, true));
  if (content.kind != ContentKind::page || links.size() < 2) return false;
  return json::Object{{"menu_title", parent_of(parts, content.kind).label}, {"links", std::move(links)}};
}

json::Array related_data(const Content& content, const std::vector<Content>& others) {
  json::Array related;
  for (const Content& other : others) {
    if (other.id != content.id)
      related.push_back(json::Object{{"title", other.text.title}, {"url", path_of(other)}});
  }
  return related;
}

http::Response written_page(const Context& context, const Content& content) {
  Parts parts = read_parts(context, content);
  json::Object data = page_data(context, content, parts);
  json::Value menu = section_menu(content, parts);
  json::Array related = related_data(content, parts.related);
  data["is_empty"] = !data["body_html"].is_string() && data["blocks"].as_array().empty();
  data["updated"] = date_data(to_local(content.updated_at).date);
  data["has_side"] = menu.is_object() || !related.empty();
  data["menu"] = std::move(menu);
  data["has_related"] = !related.empty();
  data["related"] = std::move(related);
  return page(context.tools, 200, "page.html", data);
}

http::Response news_page(const Context& context, const Content& content) {
  Parts parts = read_parts(context, content);
  json::Object data = page_data(context, content, parts);
  json::Array related = related_data(content, parts.related);
  const Instant published_at = content.published_at.value_or(content.updated_at);
  const bool was_changed = content.updated_at > published_at;
  data["category"] = category_data(content);
  data["picture"] = std::move(parts.picture);
  data["published"] = date_data(to_local(published_at).date);
  data["updated"] = was_changed ? json::Value(date_data(to_local(content.updated_at).date)) : json::Value(false);
  data["has_related"] = !related.empty();
  data["related"] = std::move(related);
  return page(context.tools, 200, "news_item.html", data);
}

http::Response alert_page(const Context& context, const Content& content) {
  Parts parts = read_parts(context, content);
  const tenants::Alert alert{content, tenants::parse_alert(content.text.details)};
  json::Object data = page_data(context, content, parts);
  json::Object shown = alert_data(context.tools, alert, context.now);
  for (const char* name : {"severity", "severity_class", "period", "summary"}) data[name] = std::move(shown[name]);
  data["is_over"] = alert.details.ends && *alert.details.ends <= context.now;
  data["published"] = date_data(to_local(content.published_at.value_or(content.updated_at)).date);
  return page(context.tools, 200, "alert.html", data);
}

}  // namespace

http::Response content_page(const Context& context, const Content& content) {
  switch (content.kind) {
    case ContentKind::news: return news_page(context, content);
    case ContentKind::alert: return alert_page(context, content);
    case ContentKind::event: return event_page(context, content);
    case ContentKind::page: return written_page(context, content);
  }
  return written_page(context, content);
}

}  // namespace clocher::api::resident
