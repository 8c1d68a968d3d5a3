// News and events for feed readers: RFC 4287 and RSS 2.0.
#include "api/resident/handlers.hpp"
#include "core/base/text.hpp"
#include "core/view/markdown.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/event_words.hpp"
#include "tenants/site/profile.hpp"

#include <algorithm>

namespace clocher::api::resident {
namespace {

using tenants::Content;
using tenants::ContentKind;

constexpr std::size_t most_entries = 30;

struct Feed {
  std::string commune;
  std::vector<Content> contents;  // newest first, with their text
};

Feed read_feed(Context& context, ContentKind kind) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Feed feed{tenants::read_profile(tx).name, {}};
    for (const Content& listed : tenants::list_published(tx, kind, tenants::section_of(kind), context.now)) {
      if (feed.contents.size() == most_entries) break;
      if (auto content = tenants::find_published(tx, kind, listed.section, listed.slug, context.now))
        feed.contents.push_back(std::move(*content));
    }
    return feed;
  });
}

// XML 1.0 has no way to write most control characters.
std::string without_controls(std::string text) {
  std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
  return text;
}

// Readers show the text far from the site: its paths need the site's address.
std::string with_absolute_links(std::string html, const std::string& site) {
  for (const std::string_view attribute : {" href=\"/", " src=\"/"}) {
    std::size_t from = 0;
    while ((from = html.find(attribute, from)) != std::string::npos) {
      from += attribute.size() - 1;
      html.insert(from, site);
    }
  }
  return html;
}

std::string html_of(const Content& content, const std::string& site) {
  std::string html;
  if (const auto event = tenants::parse_event(content.text.details); event && content.kind == ContentKind::event) {
    const Instant start = to_instant({event->first, 0, 0});
    const auto times = tenants::occurrences_of(*event, start, start + 366 * one_day, 1);
    std::string when = times.empty() ? std::string() : when_words(*event, times.front());
    if (const std::string rule = recurrence_words(*event); !rule.empty()) when += " (" + rule + ")";
    if (!event->place.empty()) when += ". " + event->place;
    html += "<p>" + escape_html(when) + "</p>";
  }
  if (!content.text.summary.empty()) html += "<p>" + escape_html(content.text.summary) + "</p>";
  return with_absolute_links(without_controls(html + view::render_markdown(content.text.body_markdown)), site);
}

json::Object entry_data(const Content& content, const std::string& site) {
  const Instant published = content.published_at.value_or(content.updated_at);
  return {{"entry_title", without_controls(content.text.title)},
          {"entry_url", site + path_of(content)},
          {"entry_published", to_rfc3339(published)},
          {"entry_updated", to_rfc3339(std::max(published, content.updated_at))},
          {"entry_mail_date", to_mail_date(published)},
          {"entry_html", html_of(content, site)}};
}

struct FeedKind {
  ContentKind kind;
  std::string_view title_key;
  std::string_view path;       // of the feed
  std::string_view page_path;  // of what it follows
  std::string_view view;
  std::string_view content_type;
};

Result<http::Response> feed(Context& context, const FeedKind& kind) {
  const Feed found = read_feed(context, kind.kind);
  const std::string& site = context.tenant.identity().site_url;
  const Tools& tools = context.tools;
  Instant updated{0};
  json::Array entries;
  for (const Content& content : found.contents) {
    updated = std::max({updated, content.updated_at, content.published_at.value_or(content.updated_at)});
    entries.push_back(entry_data(content, site));
  }
  const std::string of_name = with_de(found.commune);
  http::Response response;
  response.headers.set("Content-Type", std::string(kind.content_type));
  response.headers.set("Cache-Control", "public, max-age=300");
  response.body = tools.views.render(kind.view, {{"feed_title", tools.catalogue.text(kind.title_key, {{"of_name", of_name}})},
                                                 {"feed_url", site + std::string(kind.path)},
                                                 {"page_url", site + std::string(kind.page_path)},
                                                 {"author", tools.catalogue.text("agenda.feed_author", {{"of_name", of_name}})},
                                                 {"updated", to_rfc3339(updated)},
                                                 {"entries", std::move(entries)}});
  return response;
}

constexpr std::string_view atom = "application/atom+xml; charset=utf-8";

}  // namespace

Result<http::Response> news_atom(Context& context) {
  return feed(context,
              {ContentKind::news, "agenda.news_feed", "/actualites.atom", "/actualites", "feed_atom.xml", atom});
}

Result<http::Response> news_rss(Context& context) {
  return feed(context, {ContentKind::news, "agenda.news_feed", "/actualites.rss", "/actualites", "feed_rss.xml",
                        "application/rss+xml; charset=utf-8"});
}

Result<http::Response> agenda_atom(Context& context) {
  return feed(context, {ContentKind::event, "agenda.feed", "/agenda.atom", "/agenda", "feed_atom.xml", atom});
}

}  // namespace clocher::api::resident
