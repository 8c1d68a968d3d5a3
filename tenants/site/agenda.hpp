// What is on in the commune: the published events, and the times at which they take place, in order.
#pragma once

#include "tenants/site/content.hpp"
#include "tenants/site/event.hpp"

#include <vector>

namespace clocher::tenants {

// A published event that has a start.
struct AgendaEvent {
  Content content;
  EventDetails details;
};

// Without body and blocks: for lists.
[[nodiscard]] std::vector<AgendaEvent> list_agenda(db::ReadTx& tx, Instant now);

struct AgendaItem {
  const AgendaEvent* event;  // of the list it was made from
  Occurrence occurrence;
};

// The times that are not over at `from` and begin before `to`, in order of their start; each event at most `most_of_one` times.
[[nodiscard]] std::vector<AgendaItem> times_between(const std::vector<AgendaEvent>& events, Instant from, Instant to,
                                                    std::size_t most_of_one);

// Midnight in France at the start of that month.
[[nodiscard]] Instant start_of(std::chrono::year_month month);

}  // namespace clocher::tenants
