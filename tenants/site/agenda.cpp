// Sorts the times of all events.
#include "tenants/site/agenda.hpp"

#include "tenants/site/section.hpp"

#include <algorithm>

namespace clocher::tenants {

std::vector<AgendaEvent> list_agenda(db::ReadTx& tx, Instant now) {
  std::vector<AgendaEvent> events;
  for (Content& content : list_published(tx, ContentKind::event, section_of(ContentKind::event), now)) {
    if (auto details = parse_event(content.text.details)) events.push_back({std::move(content), std::move(*details)});
  }
  return events;
}

std::vector<AgendaItem> times_between(const std::vector<AgendaEvent>& events, Instant from, Instant to,
                                      std::size_t most_of_one) {
  std::vector<AgendaItem> items;
  for (const AgendaEvent& event : events) {
    for (const Occurrence& occurrence : occurrences_of(event.details, from, to, most_of_one))
      items.push_back({&event, occurrence});
  }
  std::ranges::stable_sort(items, {}, [](const AgendaItem& item) { return item.occurrence.starts; });
  return items;
}

Instant start_of(std::chrono::year_month month) { return to_instant({month / std::chrono::day(1), 0, 0}); }

}  // namespace clocher::tenants
