// Builds the objects of schema.org and makes their text safe inside a page.
#include "api/structured_data.hpp"

#include "core/base/text.hpp"
#include "tenants/site/opening.hpp"

namespace clocher::api {
namespace {

void add(json::Object& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

json::Object postal_address(const tenants::Profile& profile) {
  json::Object address{{"@type", "PostalAddress"}};
  add(address, "streetAddress", profile.address);
  add(address, "postalCode", profile.postcode);
  add(address, "addressLocality", profile.city.empty() ? profile.name : profile.city);
  address["addressCountry"] = "FR";
  return address;
}

json::Object place_data(const EventFacts& facts) {
  json::Object address{{"@type", "PostalAddress"}};
  add(address, "streetAddress", facts.place_address);
  add(address, "addressLocality", facts.town);
  address["addressCountry"] = "FR";
  return {{"@type", "Place"},
          {"name", facts.place_name.empty() ? facts.town : facts.place_name},
          {"address", std::move(address)}};
}

struct Replacement {
  std::string_view sign, escape;
};
// "<" begins "</script>" and "<!--"; U+2028 and U+2029 end a line for readers of JavaScript older than 2019.
constexpr Replacement replacements[] = {{"<", "\\u003c"}, {"\u2028", "\\u2028"}, {"\u2029", "\\u2029"}};

}  // namespace

json::Object organization_data(const tenants::Profile& profile, const std::string& site_url, Date today) {
  json::Object town_hall{{"@type", "CityHall"},
                         {"name", "Mairie " + with_de(profile.name)},
                         {"address", postal_address(profile)}};
  add(town_hall, "telephone", profile.phone);
  if (profile.hours_confirmed_at)
    town_hall["openingHoursSpecification"] = opening_specifications(opening_of(profile), today);
  json::Object commune{{"@type", "GovernmentOrganization"},
                       {"@id", site_url + "/#commune"},
                       {"name", "Commune " + with_de(profile.name)},
                       {"url", site_url + "/"}};
  add(commune, "telephone", profile.phone);
  add(commune, "email", profile.email);
  commune["areaServed"] = json::Object{{"@type", "AdministrativeArea"}, {"name", profile.name}};
  commune["location"] = std::move(town_hall);
  return commune;
}

json::Object event_data(const EventFacts& facts, const tenants::EventDetails& details,
                        const tenants::Occurrence& time) {
  json::Object event{{"@type", "Event"},
                     {"name", facts.name},
                     {"url", facts.url},
                     {"eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode"},
                     {"eventStatus", "https://schema.org/EventScheduled"},
                     {"startDate", facts.has_hour ? to_rfc3339(time.starts) : to_iso(time.first)}};
  // An hour of beginning without one of end: the end is not known, and midnight would be a lie.
  if (facts.has_hour ? details.end_minute.has_value() : time.last != time.first)
    event["endDate"] = facts.has_hour ? to_rfc3339(time.ends) : to_iso(time.last);
  event["location"] = place_data(facts);
  add(event, "description", facts.description);
  add(event, "image", facts.image_url);
  if (!details.organiser.empty())
    event["organizer"] = json::Object{{"@type", "Organization"}, {"name", details.organiser}};
  return event;
}

json::Object breadcrumb_list(const std::vector<Link>& trail, const Link& page) {
  json::Array items;
  const auto add_item = [&](const Link& link) {
    items.push_back(json::Object{{"@type", "ListItem"},
                                 {"position", items.size() + 1},
                                 {"item", json::Object{{"@id", link.url}, {"name", link.label}}}});
  };
  for (const Link& link : trail) add_item(link);
  add_item(page);
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(items)}};
}

std::string structured_text(const json::Array& things) {
  std::string text = json::serialize(json::Object{{"@context", "https://schema.org"}, {"@graph", things}});
  for (const auto& [sign, escape] : replacements) {
    for (std::size_t at = text.find(sign); at != std::string::npos; at = text.find(sign, at + escape.size()))
      text.replace(at, sign.size(), escape);
  }
  return text;
}

}  // namespace clocher::api
