// Days that repeat, and calendars as files (RFC 5545). The only file that includes libical is calendar.cpp.
#pragma once

#include "core/base/date.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::calendar {

enum class Every { day, week, month, year };

// Repeats from its first day, which is always one of its days: the caller sees to it that `weekdays` holds its weekday.
struct Rule {
  Every every = Every::week;
  int interval = 1;               // 1..99
  std::vector<int> weekdays = {};  // 1 Monday to 7 Sunday. By month exactly one: the rank of the first day, its 5th is the last
  std::optional<Date> until = {};  // the last day
  std::optional<int> count = {};   // not together with until
};

// The days in [from, to), ascending, at most `most`. A rule's day that does not exist (31 April, 29 February) is left out.
[[nodiscard]] std::vector<Date> days_of(Date first, const std::optional<Rule>& rule, const std::vector<Date>& except,
                                        Date from, Date to, std::size_t most);

[[nodiscard]] int weekday_of(Date date);  // 1 Monday to 7 Sunday
[[nodiscard]] Date plus_days(Date date, int days);

struct Entry {
  std::string uid;  // the same at each writing
  Instant stamp;    // last change
  std::string title, description, place, url, category;
  Date first;                            // first day of the first time
  std::optional<int> start_minute = {};  // after midnight, French time; absent for whole days
  Date last;                             // of the first time
  std::optional<int> end_minute = {};
  std::optional<Rule> rule = {};
  std::vector<Date> except = {};
};

// text/calendar: CRLF, folded lines, the rules of Europe/Paris. `product` is PRODID.
[[nodiscard]] std::string write_calendar(std::string_view name, std::string_view product,
                                         const std::vector<Entry>& entries);

}  // namespace clocher::calendar
