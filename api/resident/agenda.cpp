// What is on: upcoming events by month, any month, one event.
#include "api/frame.hpp"
#include "api/resident/event_page.hpp"
#include "api/resident/handlers.hpp"
#include "api/resident/listing.hpp"
#include "api/respond.hpp"
#include "core/base/text.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/site/agenda.hpp"
#include "tenants/site/event_words.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <set>

namespace clocher::api::resident {
namespace {

using std::chrono::months;
using std::chrono::year_month;
using tenants::AgendaEvent;
using tenants::AgendaItem;

constexpr int months_ahead = 12;
constexpr std::size_t enough_items = 30;        // no further month is added after so many
constexpr std::size_t most_times_in_month = 31;  // of one event
constexpr std::int64_t years_ahead = 10 * 366 * one_day;

Failure not_found() { return fail(ErrorKind::not_found, "request.not_found"); }

year_month month_of(Date date) { return date.year() / date.month(); }

std::string month_path(year_month month) {
  return "/agenda/mois/" + to_iso(month / std::chrono::day(1)).substr(0, 7);
}

struct Agenda {
  tenants::Profile profile;
  std::vector<AgendaEvent> events;
  bool takes_proposals = false;
};

Agenda read_agenda(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    const auto procedure = forms::find_procedure(tx, "proposer-un-evenement");
    return Agenda{tenants::read_profile(tx), tenants::list_agenda(tx, context.now),
                  procedure && procedure->state == forms::ProcedureState::open};
  });
}

json::Object item_data(const AgendaItem& item) {
  const AgendaEvent& event = *item.event;
  return {{"title", event.content.text.title},
          {"url", path_of(event.content)},
          {"starts_iso", to_iso(item.occurrence.first)},
          {"when", when_words(event.details, item.occurrence)},
          {"place", or_false(event.details.place)},
          {"source", source_data(event.content)},
          {"summary", or_false(event.content.text.summary)}};
}

json::Object month_data(year_month month, const std::vector<AgendaItem>& items) {
  json::Array list;
  for (const AgendaItem& item : items) list.push_back(item_data(item));
  std::string title = tenants::month_name(month);
  title[0] = static_cast<char>(title[0] >= 'a' ? title[0] - 'a' + 'A' : title[0]);
  return {{"month_title", title}, {"month_url", month_path(month)}, {"items", std::move(list)}};
}

// Month by month from now on, until there is enough to read. What began earlier and goes on stands in the first.
struct Upcoming {
  json::Array months;
  year_month next;  // the first that is not shown
};

Upcoming upcoming(const std::vector<AgendaEvent>& events, Instant now) {
  Upcoming found{{}, month_of(to_local(now).date)};
  std::size_t count = 0;
  for (int ahead = 0; ahead < months_ahead && count < enough_items; ++ahead) {
    const Instant from = std::max(now, tenants::start_of(found.next));
    auto items = times_between(events, from, tenants::start_of(found.next + months(1)), most_times_in_month);
    if (ahead > 0) std::erase_if(items, [&](const AgendaItem& item) { return item.occurrence.starts < from; });
    if (!items.empty()) found.months.push_back(month_data(found.next, items));
    count += items.size();
    found.next += months(1);
  }
  return found;
}

bool has_later(const std::vector<AgendaEvent>& events, year_month month) {
  const Instant from = tenants::start_of(month);
  return !times_between(events, from, from + years_ahead, 1).empty();
}

bool has_earlier(const std::vector<AgendaEvent>& events, year_month month) {
  return std::ranges::any_of(events, [&](const AgendaEvent& event) { return month_of(event.details.first) < month; });
}

json::Value month_link(year_month month) {
  return json::Object{{"link_label", tenants::month_name(month)}, {"link_url", month_path(month)}};
}

json::Array filter_links(const std::vector<AgendaEvent>& events, std::string_view name,
                         std::string tenants::EventDetails::* field, std::string_view current) {
  std::set<std::string> values;
  for (const AgendaEvent& event : events) {
    if (!(event.details.*field).empty()) values.insert(event.details.*field);
  }
  json::Array links;
  for (const std::string& value : values)
    links.push_back(json::Object{{"link_label", value},
                                 {"link_url", "/agenda?" + std::string(name) + "=" + percent_encode(value)},
                                 {"is_current", value == current}});
  return links;
}

void add_filters(json::Object& data, const std::vector<AgendaEvent>& events, const http::Form& query) {
  json::Array categories =
      filter_links(events, "categorie", &tenants::EventDetails::category, query.get("categorie"));
  json::Array series = filter_links(events, "serie", &tenants::EventDetails::series, query.get("serie"));
  data["has_categories"] = !categories.empty();
  data["categories"] = std::move(categories);
  data["has_series"] = !series.empty();
  data["series"] = std::move(series);
}

void keep_wanted(std::vector<AgendaEvent>& events, const http::Form& query) {
  const std::string_view category = query.get("categorie");
  const std::string_view series = query.get("serie");
  std::erase_if(events, [&](const AgendaEvent& event) {
    return (!category.empty() && event.details.category != category) ||
           (!series.empty() && event.details.series != series);
  });
}

// "2026-12", 2000 to 2100.
std::optional<year_month> parse_month(std::string_view text) {
  const auto day = text.size() == 7 ? parse_iso_date(std::string(text) + "-01") : std::nullopt;
  if (!day || int(day->year()) < 2000 || int(day->year()) > 2100) return std::nullopt;
  return month_of(*day);
}

std::optional<tenants::Content> find_event(Context& context) {
  return context.tenant.read([&](db::ReadTx& tx) {
    return tenants::find_published(tx, tenants::ContentKind::event, tenants::event_section.slug,
                                   context.parameters.get("slug"), context.now);
  });
}

}  // namespace

Result<http::Response> agenda(Context& context) {
  Agenda all = read_agenda(context);
  const http::Form query = http::parse_query(context.request.query);
  const Tools& tools = context.tools;
  json::Object data =
      frame_data(context, all.profile,
                 {.title = tools.catalogue.text("title.agenda"),
                  .path = "/agenda",
                  .description = tools.catalogue.text("agenda.description", {{"of_name", with_de(all.profile.name)}}),
                  .canonical_url = context.tenant.identity().site_url + "/agenda",
                  .noindex = !context.request.query.empty()});
  add_filters(data, all.events, query);
  const year_month now = month_of(to_local(context.now).date);
  data["earlier"] = has_earlier(all.events, now) ? month_link(now - months(1)) : json::Value(false);
  keep_wanted(all.events, query);
  Upcoming shown = upcoming(all.events, context.now);
  data["later"] = has_later(all.events, shown.next) ? month_link(shown.next) : json::Value(false);
  data["has_other_months"] = data["earlier"].is_object() || data["later"].is_object();
  data["is_filtered"] = !query.get("categorie").empty() || !query.get("serie").empty();
  data["has_months"] = !shown.months.empty();
  data["months"] = std::move(shown.months);
  data["takes_proposals"] = all.takes_proposals;
  return page(tools, 200, "agenda.html", data);
}

Result<http::Response> agenda_month(Context& context) {
  const auto month = parse_month(context.parameters.get("month"));
  if (!month) return not_found();
  const Agenda all = read_agenda(context);
  const Instant from = tenants::start_of(*month);
  const auto items = times_between(all.events, from, tenants::start_of(*month + months(1)), most_times_in_month);
  const Tools& tools = context.tools;
  json::Object data = frame_data(
      tools, all.profile,
      {.title = tools.catalogue.text("title.agenda_month", {{"of_month", with_de(tenants::month_name(*month))}}),
       .path = month_path(*month),
       .breadcrumb = {{std::string(tenants::event_section.title), "/agenda"}},
       .noindex = items.empty()});
  data["earlier"] = has_earlier(all.events, *month) ? month_link(*month - months(1)) : json::Value(false);
  data["later"] = has_later(all.events, *month + months(1)) ? month_link(*month + months(1)) : json::Value(false);
  data["has_items"] = !items.empty();
  data["items"] = month_data(*month, items).at("items");
  return page(tools, 200, "agenda_month.html", data);
}

Result<http::Response> agenda_event(Context& context) {
  const auto content = find_event(context);
  if (!content) return not_found();
  return event_page(context, *content);
}

}  // namespace clocher::api::resident
