// What a page says to programs (JSON-LD, schema.org): who the commune is, what an event is, where the page stands.
#pragma once

#include "api/frame.hpp"
#include "tenants/site/event.hpp"

#include <string>

namespace clocher::api {

// GovernmentOrganization whose location is the town hall; its hours only once they are confirmed. `today` in France.
[[nodiscard]] json::Object organization_data(const tenants::Profile& profile, const std::string& site_url, Date today);

struct EventFacts {
  std::string name;
  std::string url;          // absolute
  std::string description;  // "" for none
  std::string image_url;    // "" for none
  std::string place_name;   // "" for none
  std::string place_address;
  std::string town;
  bool has_hour = false;  // false: whole days
};
// Event: of one time that it takes place.
[[nodiscard]] json::Object event_data(const EventFacts& facts, const tenants::EventDetails& details,
                                      const tenants::Occurrence& time);

// BreadcrumbList as the page shows it: `trail` from Accueil, whose paths a reader of JSON-LD completes with the page's own
// address (JSON-LD 1.1, §7.1); the page itself comes last.
[[nodiscard]] json::Object breadcrumb_list(const std::vector<Link>& trail, const Link& page);

// All of them as the text of a <script type="application/ld+json">: no byte of it can end the element, whatever the values hold.
[[nodiscard]] std::string structured_text(const json::Array& things);

}  // namespace clocher::api
