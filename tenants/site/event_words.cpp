// Says times as people do.
#include "tenants/site/event_words.hpp"

#include "tenants/site/hours.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr const char* space = "\u00A0";

std::string day_of_week(Date date) { return std::string(day_name(calendar::weekday_of(date))); }

// "5 décembre 2026" -> "5 décembre", "5".
std::string without_year(Date date) {
  const std::string text = to_french(date);
  return text.substr(0, text.rfind(' '));
}

std::string number_of(Date date) {
  const std::string text = to_french(date);
  return text.substr(0, text.find(' '));
}

std::string short_day(Date date) { return day_of_week(date) + " " + number_of(date); }

std::string day_range(Date first, Date last) {
  std::string start = long_day(first);
  if (first.year() == last.year()) start = day_of_week(first) + " " + without_year(first);
  if (first.year() == last.year() && first.month() == last.month()) start = short_day(first);
  return "du " + start + " au " + long_day(last);
}

std::string hours_words(const EventDetails& event) {
  if (!event.start_minute) return ", toute la journée";
  if (!event.end_minute) return " à " + clock_words(*event.start_minute);
  return ", de " + clock_words(*event.start_minute) + " à " + clock_words(*event.end_minute);
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? " et " : ", ";
    text += parts[i];
  }
  return text;
}

std::string weekly(const EventDetails& event) {
  std::vector<int> days = event.rule->weekdays;
  if (days.empty()) days.push_back(calendar::weekday_of(event.first));
  std::vector<std::string> singular, plural;
  for (const int day : days) {
    singular.emplace_back(day_name(day));
    plural.push_back(singular.back() + "s");
  }
  const int interval = event.rule->interval;
  if (interval == 1) return days.size() == 7 ? "tous les jours" : "tous les " + joined(plural);
  if (interval == 2 && days.size() == 1) return "un " + singular.front() + " sur deux";
  for (std::string& day : singular) day = "le " + day;
  return "toutes les " + std::to_string(interval) + space + "semaines, " + joined(singular);
}

std::string monthly(const EventDetails& event) {
  static constexpr std::array<const char*, 5> ranks = {"1er", "2e", "3e", "4e", "dernier"};
  const calendar::Rule& rule = *event.rule;
  std::string day = "le " + number_of(event.first);
  if (!rule.weekdays.empty()) {
    const unsigned rank = (unsigned(event.first.day()) - 1) / 7;
    day = std::string("le ") + ranks[rank] + " " + std::string(day_name(rule.weekdays.front()));
  }
  if (rule.interval == 1) return day + " de chaque mois";
  return "tous les " + std::to_string(rule.interval) + space + "mois, " + day;
}

std::string frequency(const EventDetails& event) {
  const int interval = event.rule->interval;
  const std::string count = std::to_string(interval) + space;
  switch (event.rule->every) {
    case calendar::Every::day: return interval == 1 ? "tous les jours" : "tous les " + count + "jours";
    case calendar::Every::week: return weekly(event);
    case calendar::Every::month: return monthly(event);
    case calendar::Every::year: break;
  }
  return (interval == 1 ? std::string("chaque année") : "tous les " + count + "ans") + ", le " +
         without_year(event.first);
}

}  // namespace

std::string long_day(Date date) { return day_of_week(date) + " " + to_french(date); }

std::string month_name(std::chrono::year_month month) {
  const std::string text = to_french(month / std::chrono::day(2));
  return text.substr(text.find(' ') + 1);
}

std::string clock_words(int minute) {
  const int rest = minute % 60;
  std::string text = std::to_string(minute / 60) + space + "h";
  if (rest > 0) text += space + std::string(rest < 10 ? "0" : "") + std::to_string(rest);
  return text;
}

std::string when_words(const EventDetails& event, const Occurrence& occurrence) {
  if (occurrence.first == occurrence.last) return capital(long_day(occurrence.first) + hours_words(event));
  if (!event.start_minute) return capital(day_range(occurrence.first, occurrence.last));
  std::string text = "du " + long_day(occurrence.first) + " à " + clock_words(*event.start_minute) + " au " +
                     long_day(occurrence.last);
  if (event.end_minute) text += " à " + clock_words(*event.end_minute);
  return capital(text);
}

std::string recurrence_words(const EventDetails& event) {
  if (!event.rule) return {};
  std::string text = frequency(event);
  if (event.rule->until) text += ", jusqu’au " + to_french(*event.rule->until);
  return text;
}

}  // namespace clocher::tenants
