// Reading, writing and saying opening hours.
#include "tenants/site/hours.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 7> day_names = {"lundi",    "mardi",  "mercredi", "jeudi",
                                                       "vendredi", "samedi", "dimanche"};
constexpr std::size_t most_intervals = 3;

std::optional<int> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  int hours = 0;
  int minutes = 0;
  const auto first = std::from_chars(text.data(), text.data() + 2, hours);
  const auto second = std::from_chars(text.data() + 3, text.data() + 5, minutes);
  const bool read = first.ptr == text.data() + 2 && second.ptr == text.data() + 5;
  if (!read || hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 1440)
    return std::nullopt;
  return hours * 60 + minutes;
}

Failure bad_hours(int day, std::string key) {
  return fail_field("hours", std::move(key), {{"day", std::string(day_name(day))}});
}

// The same error as parse_intervals, said of a day of the week.
Failure of_day(const Error& error, int day) { return bad_hours(day, error.fields.at(0).key); }

}  // namespace

int weekday_of(Date date) { return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding()); }

std::string clock_text(int minutes) {
  std::string text = "00:00";
  text[0] = static_cast<char>('0' + minutes / 600);
  text[1] = static_cast<char>('0' + minutes / 60 % 10);
  text[3] = static_cast<char>('0' + minutes % 60 / 10);
  text[4] = static_cast<char>('0' + minutes % 10);
  return text;
}

Result<std::vector<Interval>> parse_intervals(const json::Array& list) {
  std::vector<Interval> intervals;
  if (list.size() > most_intervals) return fail_field("intervals", "hours.too_many");
  for (const json::Value& item : list) {
    const json::Object* interval = item.if_object();
    if (interval == nullptr) return fail_field("intervals", "hours.unreadable");
    const auto from = parse_clock(json::string_or(*interval, "from"));
    const auto to = parse_clock(json::string_or(*interval, "to"));
    if (!from || !to) return fail_field("intervals", "hours.unreadable");
    if (*from >= *to) return fail_field("intervals", "hours.reversed");
    if (!intervals.empty() && *from < intervals.back().to) return fail_field("intervals", "hours.overlapping");
    intervals.push_back({*from, *to});
  }
  return intervals;
}

json::Array to_json(const std::vector<Interval>& intervals) {
  json::Array list;
  for (const Interval& interval : intervals)
    list.push_back(json::Object{{"from", clock_text(interval.from)}, {"to", clock_text(interval.to)}});
  return list;
}

WeekHours closed_all_week() {
  WeekHours week;
  for (int day = 1; day <= 7; ++day) week.push_back({day, {}});
  return week;
}

Result<WeekHours> parse_hours(const json::Array& days) {
  WeekHours week = closed_all_week();
  std::array<bool, 7> seen{};
  for (const json::Value& item : days) {
    const json::Object* object = item.if_object();
    const auto day = object == nullptr ? std::nullopt : json::find_integer(*object, "day");
    if (!day || *day < 1 || *day > 7) return fail_field("hours", "hours.day");
    const auto index = static_cast<std::size_t>(*day - 1);
    if (seen[index]) return bad_hours(static_cast<int>(*day), "hours.repeated");
    seen[index] = true;
    const json::Array* list = json::find_array(*object, "intervals");
    if (list == nullptr) return bad_hours(static_cast<int>(*day), "hours.unreadable");
    auto intervals = parse_intervals(*list);
    if (!intervals) return of_day(intervals.error(), static_cast<int>(*day));
    week[index].intervals = std::move(*intervals);
  }
  return week;
}

json::Array to_json(const WeekHours& hours) {
  json::Array days;
  for (const DayHours& day : hours) {
    days.push_back(json::Object{{"day", day.day}, {"intervals", to_json(day.intervals)}});
  }
  return days;
}

std::string_view day_name(int day) { return day_names[static_cast<std::size_t>(std::clamp(day, 1, 7) - 1)]; }

std::string hour_text(int minutes) {
  std::string text = std::to_string(minutes / 60) + "\u00A0h";
  if (minutes % 60 == 0) return text;
  return text + "\u00A0" + (minutes % 60 < 10 ? "0" : "") + std::to_string(minutes % 60);
}

std::string day_text(const DayHours& day) {
  if (day.intervals.empty()) return "Fermée";
  std::string text;
  for (const Interval& interval : day.intervals) {
    if (!text.empty()) text += " et ";
    text += hour_text(interval.from) + "\u00A0–\u00A0" + hour_text(interval.to);
  }
  return text;
}

OpenState open_state(const WeekHours& hours, const LocalTime& now) {
  const int today = weekday_of(now.date);
  const int minute = now.hour * 60 + now.minute;
  for (int ahead = 0; ahead <= 7; ++ahead) {
    const DayHours& day = hours[static_cast<std::size_t>((today - 1 + ahead) % 7)];
    for (const Interval& interval : day.intervals) {
      if (ahead == 0 && minute >= interval.from && minute < interval.to)
        return {true, "Ouverte jusqu’à " + hour_text(interval.to)};
      if (ahead == 0 && minute >= interval.from) continue;
      const std::string when = ahead == 0 ? "" : ahead == 1 ? "demain " : std::string(day_name(day.day)) + " ";
      return {false, "Fermée. Ouvre " + when + "à " + hour_text(interval.from)};
    }
  }
  return {false, "Fermée"};
}

}  // namespace clocher::tenants
