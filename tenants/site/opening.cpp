// Finds the plan of a day, and the next opening.
#include "tenants/site/opening.hpp"

#include "core/base/holidays.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr int days_searched = 100;

Date day_after(Date day, int days) { return {std::chrono::sys_days(day) + std::chrono::days(days)}; }

// "demain ", "jeudi ", "le lundi 17 août ".
std::string when_text(Date day, int ahead) {
  if (ahead == 0) return "";
  if (ahead == 1) return "demain ";
  const std::string name(day_name(weekday_of(day)));
  return ahead <= 7 ? name + " " : "le " + name + " " + to_french_day(day) + " ";
}

std::string closed_today(const DayPlan& plan, Date today) {
  if (plan.cause == DayCause::holiday) return "Fermée aujourd’hui\u00A0: jour férié (" + to_french_day(today) + ")";
  if (plan.reason.empty()) return "Fermée aujourd’hui, exceptionnellement";
  return "Fermée aujourd’hui\u00A0: " + plan.reason;
}

}  // namespace

const std::vector<Interval>& usual_intervals(const Opening& opening, Date day) {
  return opening.week.at(static_cast<std::size_t>(weekday_of(day) - 1)).intervals;
}

DayPlan plan_of(const Opening& opening, Date day) {
  const auto exception = std::ranges::find_if(
      opening.exceptions, [&](const HoursException& each) { return each.first_day <= day && day <= each.last_day; });
  if (exception != opening.exceptions.end()) return {exception->intervals, DayCause::exception, exception->reason};
  if (opening.holidays == HolidayRule::closed) {
    if (const auto name = holiday_name(day, opening.department)) return {{}, DayCause::holiday, std::string(*name)};
  }
  return {usual_intervals(opening, day), DayCause::usual, ""};
}

OpenState open_state(const Opening& opening, const LocalTime& now) {
  const int minute = now.hour * 60 + now.minute;
  const DayPlan today = plan_of(opening, now.date);
  const bool is_unusual =
      today.cause != DayCause::usual && today.intervals.empty() && !usual_intervals(opening, now.date).empty();
  const std::string closed = is_unusual ? closed_today(today, now.date) : "Fermée";
  for (int ahead = 0; ahead <= days_searched; ++ahead) {
    const Date day = day_after(now.date, ahead);
    for (const Interval& interval : plan_of(opening, day).intervals) {
      if (ahead == 0 && minute >= interval.from && minute < interval.to)
        return {true, "Ouverte jusqu’à " + hour_text(interval.to)};
      if (ahead == 0 && minute >= interval.from) continue;
      return {false, closed + ". Ouvre " + when_text(day, ahead) + "à " + hour_text(interval.from)};
    }
  }
  return {false, closed};
}

json::Array opening_specifications(const Opening& opening, Date today) {
  static constexpr std::array<const char*, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                       "Friday", "Saturday", "Sunday"};
  constexpr int days_told = 90;
  json::Array list;
  const auto add = [&](json::Object object, const Interval& interval) {
    object["@type"] = "OpeningHoursSpecification";
    object["opens"] = clock_text(interval.from);
    object["closes"] = clock_text(interval.to % 1440 == 0 && interval.to > 0 ? 1439 : interval.to);
    list.push_back(std::move(object));
  };
  for (const DayHours& day : opening.week) {
    const std::string name = std::string("https://schema.org/") + names.at(static_cast<std::size_t>(day.day - 1));
    for (const Interval& interval : day.intervals) add({{"dayOfWeek", name}}, interval);
  }
  for (int ahead = 0; ahead <= days_told; ++ahead) {
    const Date day = day_after(today, ahead);
    const DayPlan plan = plan_of(opening, day);
    if (plan.cause == DayCause::usual) continue;
    const json::Object period{{"validFrom", to_iso(day)}, {"validThrough", to_iso(day)}};
    // schema.org: closed all day is written as opens and closes at the same time.
    if (plan.intervals.empty() && !usual_intervals(opening, day).empty()) add(period, {0, 0});
    for (const Interval& interval : plan.intervals) add(period, interval);
  }
  return list;
}

}  // namespace clocher::tenants
