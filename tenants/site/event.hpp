// Events: when, where, how often. Times are French local time, so that a weekly meeting stays at 18 h in summer and winter.
#pragma once

#include "core/base/clock.hpp"
#include "core/calendar/calendar.hpp"
#include "tenants/site/part_reader.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::tenants {

struct EventDetails {
  Date first;                            // day of the first time
  std::optional<int> start_minute = {};  // after midnight; absent for whole days
  Date last;                             // of the first time
  std::optional<int> end_minute = {};
  std::optional<calendar::Rule> rule = {};
  std::vector<Date> except = {};
  std::string place, address, series, category, organiser, price;
  std::optional<std::int64_t> place_id = {};  // of the directory
};

// complete: a start, and an end that is not before it.
[[nodiscard]] json::Object read_event(PartReader& reader);
// nullopt while a draft has no start.
[[nodiscard]] std::optional<EventDetails> parse_event(const json::Object& details);

// One time that an event takes place.
struct Occurrence {
  Date first;
  Date last;
  Instant starts;
  Instant ends;  // of the last day when no hour is given
};

// Those that are not over at `from` and begin before `to`, in order, at most `most`.
[[nodiscard]] std::vector<Occurrence> occurrences_of(const EventDetails& event, Instant from, Instant to,
                                                     std::size_t most);

}  // namespace clocher::tenants
