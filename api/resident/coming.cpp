// Takes the next events out of the agenda.
#include "api/resident/coming.hpp"

#include "api/frame.hpp"
#include "tenants/site/agenda.hpp"
#include "tenants/site/event_words.hpp"

#include <algorithm>
#include <array>

namespace clocher::api::resident {
namespace {

constexpr std::int64_t look_ahead_seconds = 92 * one_day;
constexpr std::array<const char*, 12> short_months = {"janv.", "févr.", "mars",  "avr.", "mai",  "juin",
                                                      "juil.", "août",  "sept.", "oct.", "nov.", "déc."};

}  // namespace

json::Array coming_events(db::ReadTx& tx, Instant now, std::size_t most) {
  const auto events = tenants::list_agenda(tx, now);
  json::Array list;
  for (const tenants::AgendaItem& item : times_between(events, now, now + look_ahead_seconds, 1)) {
    if (list.size() == most) break;
    const Date day = std::max(item.occurrence.first, to_local(now).date);  // one that goes on is on today
    list.push_back(json::Object{{"title", item.event->content.text.title},
                                {"url", path_of(item.event->content)},
                                {"day_iso", to_iso(day)},
                                {"day", std::to_string(unsigned(day.day()))},
                                {"month", short_months.at(unsigned(day.month()) - 1)},
                                {"when", when_words(item.event->details, item.occurrence)},
                                {"place", or_false(item.event->details.place)}});
  }
  return list;
}

}  // namespace clocher::api::resident
