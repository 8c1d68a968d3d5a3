// Says in French what differs from the usual week in the coming days.
#include "core/base/holidays.hpp"
#include "tenants/site/opening.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace clocher::tenants {
namespace {

constexpr int exception_days_ahead = 30;
constexpr int holiday_days_ahead = 15;
constexpr int noon = 12 * 60;

Date day_after(Date day, int days) { return {std::chrono::sys_days(day) + std::chrono::days(days)}; }

bool same(const std::vector<Interval>& one, const std::vector<Interval>& other) {
  return std::ranges::equal(one, other,
                            [](const Interval& a, const Interval& b) { return a.from == b.from && a.to == b.to; });
}

std::vector<Interval> only(const std::vector<Interval>& intervals, bool (*wanted)(const Interval&)) {
  std::vector<Interval> kept;
  std::ranges::copy_if(intervals, std::back_inserter(kept), wanted);
  return kept;
}

bool is_morning(const Interval& interval) { return interval.to <= noon + 90 && interval.from < noon; }
bool is_afternoon(const Interval& interval) { return interval.from >= noon; }

// How a day differs: what the sentence starts with, and what comes after the dates.
struct Difference {
  std::string start;
  std::string end;
  bool operator==(const Difference&) const = default;
};

Difference difference_of(const Opening& opening, const HoursException& exception) {
  if (exception.intervals.empty()) return {"Fermeture exceptionnelle", ""};
  const auto& usual = usual_intervals(opening, exception.first_day);
  const auto mornings = only(usual, is_morning);
  const auto afternoons = only(usual, is_afternoon);
  if (!mornings.empty() && !afternoons.empty()) {
    if (same(exception.intervals, mornings)) return {"Fermeture exceptionnelle", " après-midi"};
    if (same(exception.intervals, afternoons)) return {"Fermeture exceptionnelle", " matin"};
  }
  return {usual.empty() ? "Ouverture exceptionnelle" : "Horaires exceptionnels",
          ", " + day_text({1, exception.intervals})};
}

// A stretch of one exception, with the days on which it makes a difference.
struct Group {
  Difference difference;
  std::string reason;
  std::vector<const HoursException*> members;
};

bool is_single(const HoursException& exception) { return exception.first_day == exception.last_day; }

std::string stretch_text(const HoursException& exception) {
  const bool same_month = exception.first_day.year() == exception.last_day.year() &&
                          exception.first_day.month() == exception.last_day.month();
  const std::string first = to_french_day(exception.first_day);
  return " du " + (same_month ? first.substr(0, first.find(' ')) : first) + " au " + to_french_day(exception.last_day);
}

// "le jeudi 24 décembre", "les 24 et 31 décembre".
std::string days_text(const std::vector<const HoursException*>& members) {
  const Date first = members.front()->first_day;
  if (members.size() == 1) return " le " + std::string(day_name(weekday_of(first))) + " " + to_french_day(first);
  std::string text = " les ";
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Date day = members[i]->first_day;
    if (i > 0) text += i + 1 == members.size() ? " et " : ", ";
    const bool is_last_of_month = i + 1 == members.size() || members[i + 1]->first_day.month() != day.month();
    const std::string full = to_french_day(day);
    text += is_last_of_month ? full : full.substr(0, full.find(' '));
  }
  return text;
}

std::string group_text(const Group& group) {
  const HoursException& first = *group.members.front();
  std::string text = group.difference.start + (is_single(first) ? days_text(group.members) : stretch_text(first)) +
                     group.difference.end;
  if (!group.reason.empty()) text += "\u00A0: " + group.reason;
  return text + ".";
}

std::vector<Group> groups_of(const Opening& opening, Date today) {
  std::vector<Group> groups;
  for (const HoursException& exception : opening.exceptions) {
    if (exception.last_day < today || exception.first_day > day_after(today, exception_days_ahead)) continue;
    const Difference difference = difference_of(opening, exception);
    const auto known = std::ranges::find_if(groups, [&](const Group& group) {
      return is_single(exception) && is_single(*group.members.front()) && group.reason == exception.reason &&
             group.difference == difference;
    });
    if (known == groups.end())
      groups.push_back({difference, exception.reason, {&exception}});
    else
      known->members.push_back(&exception);
  }
  return groups;
}

}  // namespace

std::vector<std::string> opening_notices(const Opening& opening, Date today) {
  std::vector<std::pair<Date, std::string>> notices;
  for (const Group& group : groups_of(opening, today))
    notices.emplace_back(group.members.front()->first_day, group_text(group));
  for (int ahead = 0; ahead <= holiday_days_ahead; ++ahead) {
    const Date day = day_after(today, ahead);
    if (plan_of(opening, day).cause != DayCause::holiday || usual_intervals(opening, day).empty()) continue;
    notices.emplace_back(
        day, "Fermée le " + std::string(day_name(weekday_of(day))) + " " + to_french_day(day) + "\u00A0: jour férié.");
  }
  std::ranges::stable_sort(notices, {}, &std::pair<Date, std::string>::first);
  std::vector<std::string> sentences;
  for (auto& [day, sentence] : notices) sentences.push_back(std::move(sentence));
  return sentences;
}

}  // namespace clocher::tenants
