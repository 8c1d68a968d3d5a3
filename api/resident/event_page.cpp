// Renders event.html.
#include "api/resident/event_page.hpp"

#include "api/frame.hpp"
#include "api/resident/blocks.hpp"
#include "api/resident/directory_data.hpp"
#include "api/resident/listing.hpp"
#include "api/respond.hpp"
#include "api/structured_data.hpp"
#include "core/base/text.hpp"
#include "tenants/site/agenda.hpp"
#include "tenants/site/directory.hpp"
#include "tenants/site/event_words.hpp"
#include "tenants/site/section.hpp"

namespace clocher::api::resident {
namespace {

using tenants::EventDetails;

constexpr std::size_t next_times = 5;
constexpr std::int64_t looked_ahead = 3 * 366 * one_day;  // a yearly event with a year left out is found

struct Surroundings {
  tenants::Profile profile;
  std::optional<tenants::DirectoryEntry> place;
  json::Value picture = false;
  std::string image_url = {};
  json::Object written = {};  // of partials/written.html
};

Surroundings read_surroundings(const Context& context, const tenants::Content& content,
                               const std::optional<EventDetails>& event) {
  return context.tenant.read([&](db::ReadTx& tx) {
    Surroundings found;
    found.profile = tenants::read_profile(tx);
    if (event && event->place_id)
      found.place = tenants::find_public_entry(tx, Id<tenants::DirectoryEntry>{*event->place_id});
    found.picture = picture_of(tx, content.text.details);
    found.image_url = shared_image(tx, content.text.details, context.tenant.identity().site_url);
    add_written(found.written, tx, content.text, context.now);
    return found;
  });
}

json::Object place_data(const EventDetails& event, const Surroundings& around) {
  json::Array lines;
  json::Value map = false;
  std::string name = event.place;
  if (around.place) {
    if (name.empty()) name = around.place->text.name;
    const json::Object contact = directory_contact(*around.place, Instant{0});
    lines = contact.at("address_lines").as_array();
    map = contact.at("map_url");
  } else if (!event.address.empty()) {
    lines.push_back(json::Value(event.address));
    map = json::Value("https://www.openstreetmap.org/search?query=" +
                      percent_encode(event.address + " " + around.profile.name));
  }
  return {{"has_place", !name.empty() || !lines.empty()},
          {"place_name", or_false(name)},
          {"place_url", or_false(around.place ? path_of(*around.place) : "")},
          {"place_lines", std::move(lines)},
          {"map_url", std::move(map)}};
}

json::Value filter_link(std::string_view name, const std::string& value) {
  if (value.empty()) return false;
  return json::Object{{"link_label", value}, {"link_url", "/agenda?" + std::string(name) + "=" + percent_encode(value)}};
}

// The coming time, or the first one of an event that is over; none of a rule that never comes true.
std::optional<tenants::Occurrence> told_time(const EventDetails& event, Instant now) {
  const Instant midnight = to_instant({event.first, 0, 0});
  for (const Instant from : {now, midnight}) {
    if (const auto times = tenants::occurrences_of(event, from, from + looked_ahead, 1); !times.empty())
      return times.front();
  }
  return std::nullopt;
}

json::Array things_of(const Context& context, const tenants::Content& content, const EventDetails& event,
                      const Surroundings& around) {
  const auto time = told_time(event, context.now);
  if (!time) return {};
  EventFacts facts{.name = content.text.title,
                   .url = context.tenant.identity().site_url + path_of(content),
                   .description = content.text.summary,
                   .image_url = around.image_url,
                   .place_name = event.place,
                   .place_address = event.address,
                   .town = around.profile.name,
                   .has_hour = event.start_minute.has_value()};
  if (around.place) {
    if (facts.place_name.empty()) facts.place_name = around.place->text.name;
    facts.place_address = around.place->text.address;
  }
  return {event_data(facts, event, *time)};
}

// `when`, `is_over`, `recurrence` and the times after the next one.
void add_times(json::Object& data, const EventDetails& event, Instant now) {
  const auto next = tenants::occurrences_of(event, now, now + looked_ahead, next_times + 1);
  const Instant midnight = to_instant({event.first, 0, 0});
  const auto shown = next.empty() ? tenants::occurrences_of(event, midnight, midnight + looked_ahead, 1) : next;
  json::Array others;
  for (std::size_t i = 1; i < next.size(); ++i) others.push_back(json::Value(when_words(event, next[i])));
  data["when"] = or_false(shown.empty() ? "" : when_words(event, shown.front()));
  data["is_over"] = next.empty();
  data["recurrence"] = or_false(recurrence_words(event));
  data["has_next_times"] = !others.empty();
  data["next_times"] = std::move(others);
}

}  // namespace

http::Response event_page(const Context& context, const tenants::Content& content) {
  const auto parsed = tenants::parse_event(content.text.details);
  const EventDetails event = parsed.value_or(EventDetails{});
  Surroundings around = read_surroundings(context, content, parsed);
  json::Object data = frame_data(context, around.profile,
                                 {.title = content.text.title,
                                  .path = path_of(content),
                                  .breadcrumb = {{std::string(tenants::event_section.title), "/agenda"}},
                                  .description = content.text.summary,
                                  .canonical_url = content.shared_by.empty() ? context.tenant.identity().site_url + path_of(content) : "",
                                  .things = parsed ? things_of(context, content, event, around) : json::Array(),
                                  .image_url = around.image_url,
                                  .asks_opinion = true});
  for (auto& [name, value] : around.written) data[name] = std::move(value);
  if (parsed) {
    add_times(data, event, context.now);
  } else {
    data["when"] = context.tools.catalogue.text("agenda.date_to_come");
    data["is_over"] = data["recurrence"] = data["has_next_times"] = false;
    data["next_times"] = json::Array();
  }
  data["summary"] = or_false(content.text.summary);
  data["place"] = place_data(event, around);
  data["source"] = source_data(content);
  data["organiser"] = or_false(event.organiser);
  data["price"] = or_false(event.price);
  data["category"] = filter_link("categorie", event.category);
  data["series"] = filter_link("serie", event.series);
  data["picture"] = std::move(around.picture);
  data["calendar_url"] = parsed ? json::Value(path_of(content) + "/evenement.ics") : json::Value(false);
  return page(context.tools, 200, "event.html", data);
}

}  // namespace clocher::api::resident
