// Home and news.
#include "api/frame.hpp"
#include "api/resident/blocks.hpp"
#include "api/resident/coming.hpp"
#include "api/resident/content_page.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/listing.hpp"
#include "api/respond.hpp"
#include "api/structured_data.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>

namespace clocher::api::resident {
namespace {

constexpr std::size_t news_on_home = 3;
constexpr std::size_t events_on_home = 4;
constexpr std::size_t procedures_on_home = 4;
constexpr std::size_t news_on_page = 10;

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
    digits.insert(static_cast<std::size_t>(place), "\u202F");
  }
  return digits;
}

json::Array figures(const Tools& tools, const tenants::Profile& profile) {
  json::Array list;
  const auto add = [&](std::string_view label, const std::string& value, json::Value note) {
    if (!value.empty())
      list.push_back(json::Object{{"label", tools.catalogue.text(label)}, {"value", value}, {"note", std::move(note)}});
  };
  if (profile.population > 0)
    add("figures.population", grouped(profile.population),
        json::Value(tools.catalogue.text("figures.population_note")));
  add("figures.department", profile.department_name, false);
  add("figures.epci", profile.epci_name, false);
  return list;
}

json::Value open_now(const tenants::Profile& profile, Instant now) {
  if (!profile.hours_confirmed_at) return false;
  const tenants::OpenState state = tenants::open_state(opening_of(profile), to_local(now));
  return json::Object{{"is_open", state.is_open}, {"text", state.text}};
}

Result<http::Response> published_page(Context& context, tenants::ContentKind kind, std::string_view section) {
  const auto content = context.tenant.read([&](db::ReadTx& tx) {
    return tenants::find_published(tx, kind, section, context.parameters.get("slug"), context.now);
  });
  if (!content) return not_found();
  return content_page(context, *content);
}

std::size_t page_number(const http::Request& request) {
  const http::Form query = http::parse_query(request.query);
  const std::string_view text = query.get("page");
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, 10'000);
}

// `category` as in the address; "" for all.
json::Value pagination(const Tools& tools, std::string_view category, std::size_t number, std::size_t count) {
  if (count <= 1) return false;
  const auto url = [&](std::size_t page) {
    return "/actualites?" + (category.empty() ? "" : "categorie=" + std::string(category) + "&") +
           "page=" + std::to_string(page);
  };
  return json::Object{{"newer_url", or_false(number > 1 ? url(number - 1) : "")},
                      {"older_url", or_false(number < count ? url(number + 1) : "")},
                      {"position", tools.catalogue.text("common.page_position", {{"page", std::to_string(number)},
                                                                                 {"count", std::to_string(count)}})}};
}

std::string category_of(const tenants::Content& news) { return json::string_or(news.text.details, "category"); }

bool is_featured(const tenants::Content& news) {
  const json::Value* flag = news.text.details.if_contains("featured");
  return flag != nullptr && flag->is_bool() && flag->get_bool();
}

std::vector<tenants::Content> read_news(db::ReadTx& tx, Instant now) {
  auto news = tenants::list_published(tx, tenants::ContentKind::news, tenants::news_section.slug, now);
  std::ranges::stable_partition(news, is_featured);
  return news;
}

// Links to the categories that are used, by name; none when there are fewer than two.
json::Array category_links(const Tools& tools, const std::vector<tenants::Content>& news, std::string_view chosen) {
  std::map<std::string, std::string> names;
  for (const tenants::Content& item : news) {
    if (const std::string name = category_of(item); !name.empty()) names.try_emplace(slug(name), name);
  }
  json::Array links;
  if (names.size() < 2 && chosen.empty()) return links;
  links.push_back(json::Object{
      {"label", tools.catalogue.text("news.all")}, {"url", "/actualites"}, {"is_here", chosen.empty()}});
  for (const auto& [key, name] : names)
    links.push_back(json::Object{{"label", name}, {"url", "/actualites?categorie=" + key}, {"is_here", key == chosen}});
  return links;
}

}  // namespace

json::Value category_data(const tenants::Content& news) {
  const std::string category = category_of(news);
  if (category.empty()) return false;
  return json::Object{{"category_name", category}, {"category_url", "/actualites?categorie=" + slug(category)}};
}

json::Value source_data(const tenants::Content& content) {
  if (content.shared_by.empty()) return false;
  return json::Object{{"source_name", content.shared_by}};
}

json::Array news_entries(db::ReadTx& tx, const std::vector<tenants::Content>& news, std::size_t first,
                         std::size_t count) {
  const tenants::PictureUse use{.shape = tenants::MediaShape::wide, .sizes = "(min-width: 40rem) 13rem, 100vw"};
  json::Array list;
  for (std::size_t i = first; i < news.size() && i < first + count; ++i) {
    const tenants::Content& item = news[i];
    list.push_back(json::Object{{"title", item.text.title},
                                {"url", path_of(item)},
                                {"published", date_data(to_local(item.published_at.value_or(item.updated_at)).date)},
                                {"category", category_data(item)},
                                {"is_featured", is_featured(item)},
                                {"source", source_data(item)},
                                {"picture", picture_of(tx, item.text.details, use)},
                                {"summary", or_false(item.text.summary)}});
  }
  return list;
}

json::Array procedure_entries(const std::vector<forms::Procedure>& procedures, std::size_t count) {
  json::Array list;
  for (const forms::Procedure& procedure : procedures) {
    if (list.size() == count) break;
    list.push_back(json::Object{{"title", procedure.title},
                                {"url", "/demarches/" + procedure.slug},
                                {"summary", or_false(procedure.summary)},
                                {"is_open", procedure.state == forms::ProcedureState::open}});
  }
  return list;
}

Result<http::Response> home(Context& context) {
  tenants::Profile profile;
  json::Array news, events;
  std::vector<forms::Procedure> procedures;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    news = news_entries(tx, read_news(tx, context.now), 0, news_on_home);
    events = coming_events(tx, context.now, events_on_home);
    procedures = forms::list_offered_procedures(tx);
  });
  const Tools& tools = context.tools;
  json::Object data =
      frame_data(context, profile,
                 {.title = tools.catalogue.text("title.home"),
                  .path = "/",
                  .description = tools.catalogue.text("home.description", {{"of_name", with_de(profile.name)}}),
                  .canonical_url = context.tenant.identity().site_url + "/",
                  .things = {organization_data(profile, context.tenant.identity().site_url,
                                               to_local(context.now).date)}});
  data["welcome"] = or_false(profile.welcome);
  data["hero"] = profile.pictures.hero;
  data["open_now"] = open_now(profile, context.now);
  data["procedures"] = procedure_entries(procedures, procedures_on_home);
  data["has_procedures"] = !procedures.empty();
  data["has_news"] = !news.empty();
  data["news"] = std::move(news);
  data["has_events"] = !events.empty();
  data["events"] = std::move(events);
  data["figures"] = figures(tools, profile);
  return page(tools, 200, "home.html", data);
}

Result<http::Response> news_item(Context& context) {
  return published_page(context, tenants::ContentKind::news, tenants::news_section.slug);
}

Result<http::Response> alert_page(Context& context) {
  return published_page(context, tenants::ContentKind::alert, tenants::alert_section.slug);
}

Result<http::Response> news_list(Context& context) {
  const Tools& tools = context.tools;
  const http::Form query = http::parse_query(context.request.query);
  const std::string chosen(query.get("categorie"));
  const std::size_t number = page_number(context.request);
  tenants::Profile profile;
  std::vector<tenants::Content> all, news;
  json::Array entries;
  context.tenant.read([&](db::ReadTx& tx) {
    profile = tenants::read_profile(tx);
    all = read_news(tx, context.now);
    std::ranges::copy_if(all, std::back_inserter(news), [&](const tenants::Content& item) {
      return chosen.empty() || slug(category_of(item)) == chosen;
    });
    entries = news_entries(tx, news, (number - 1) * news_on_page, news_on_page);
  });
  const std::size_t count = (news.size() + news_on_page - 1) / news_on_page;
  if (number > std::max<std::size_t>(count, 1) || (news.empty() && !chosen.empty())) return not_found();
  const std::string title =
      chosen.empty() ? tools.catalogue.text("title.news")
                     : tools.catalogue.text("title.news_of", {{"category", category_of(news.front())}});
  json::Object data = frame_data(context, profile, {.title = title, .path = "/actualites"});
  json::Array categories = category_links(tools, all, chosen);
  data["has_categories"] = !categories.empty();
  data["categories"] = std::move(categories);
  data["has_news"] = !news.empty();
  data["news"] = std::move(entries);
  data["pagination"] = pagination(tools, chosen, number, count);
  return page(tools, 200, "news_list.html", data);
}

}  // namespace clocher::api::resident
