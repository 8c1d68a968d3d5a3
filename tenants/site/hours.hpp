// Opening hours of the town hall: a week of intervals.
#pragma once

#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

// Minutes since midnight, local time; from < to <= 1440.
struct Interval {
  int from = 0;
  int to = 0;
};

struct DayHours {
  int day = 1;                      // 1 Monday .. 7 Sunday (ISO 8601)
  std::vector<Interval> intervals;  // in order, not overlapping; empty when closed
};

using WeekHours = std::vector<DayHours>;  // always seven days, Monday first

// [{"day":1,"intervals":[{"from":"09:00","to":"12:00"}]}, ...]. invalid hours.* with the day's French name.
[[nodiscard]] Result<WeekHours> parse_hours(const json::Array& days);
[[nodiscard]] json::Array to_json(const WeekHours& hours);

// [{"from":"09:00","to":"12:00"}], three at most, in order. invalid intervals hours.too_many, unreadable, reversed, overlapping.
[[nodiscard]] Result<std::vector<Interval>> parse_intervals(const json::Array& list);
[[nodiscard]] json::Array to_json(const std::vector<Interval>& intervals);

[[nodiscard]] WeekHours closed_all_week();

// What a visitor wants to know now.
struct OpenState {
  bool is_open = false;
  std::string text;  // "Ouverte jusqu’à 12 h", "Fermée. Ouvre jeudi à 9 h", "Fermée" when no hour is known
};
[[nodiscard]] OpenState open_state(const WeekHours& hours, const LocalTime& now);

[[nodiscard]] int weekday_of(Date date);                  // 1 Monday .. 7 Sunday
[[nodiscard]] std::string_view day_name(int day);         // "lundi"
[[nodiscard]] std::string clock_text(int minutes);        // "09:00"
[[nodiscard]] std::string hour_text(int minutes);         // "9 h", "13 h 30"
[[nodiscard]] std::string day_text(const DayHours& day);  // "9 h – 12 h et 14 h – 17 h", "Fermée"

}  // namespace clocher::tenants
