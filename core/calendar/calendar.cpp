// Recurrence and writing by libical.
#include "core/calendar/calendar.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <stdexcept>

#include <libical/ical.h>

namespace clocher::calendar {
namespace {

constexpr int most_steps = 40'000;  // a hundred years of days: an old rule is walked from its first day

struct Free {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
  void operator()(char* text) const { std::free(text); }
};
template <class T>
using Owned = std::unique_ptr<T, Free>;

icaltimetype ical_day(Date date) {
  icaltimetype time = icaltime_null_time();  // not null_date: its hours are -30000, and rules count with them
  time.year = int(date.year());
  time.month = static_cast<int>(unsigned(date.month()));
  time.day = static_cast<int>(unsigned(date.day()));
  time.is_date = 1;
  return time;
}

icaltimetype ical_moment(Date date, int minute) {
  icaltimetype time = ical_day(date);
  time.is_date = 0;
  time.hour = minute / 60;
  time.minute = minute % 60;
  return time;
}

icaltimetype ical_utc(Instant instant) {
  return icaltime_from_timet_with_zone(static_cast<std::time_t>(instant.seconds), 0, icaltimezone_get_utc_timezone());
}

Date date_of(const icaltimetype& time) {
  return {std::chrono::year(time.year), std::chrono::month(static_cast<unsigned>(time.month)),
          std::chrono::day(static_cast<unsigned>(time.day))};
}

std::string by_day(const Rule& rule, Date first) {
  static constexpr std::array<const char*, 7> names = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  std::string text;
  for (const int weekday : rule.weekdays) {
    text += text.empty() ? ";BYDAY=" : ",";
    const unsigned rank = (unsigned(first.day()) - 1) / 7 + 1;
    if (rule.every == Every::month) text += rank == 5 ? "-1" : std::to_string(rank);
    text += names[static_cast<std::size_t>(weekday - 1)];
  }
  return text;
}

enum class Until { day, moment };

std::string rule_text(const Rule& rule, Date first, Until until) {
  static constexpr std::array<const char*, 4> frequencies = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  std::string text = std::string("FREQ=") + frequencies[static_cast<std::size_t>(rule.every)] +
                     ";INTERVAL=" + std::to_string(rule.interval) + by_day(rule, first);
  if (rule.count) text += ";COUNT=" + std::to_string(*rule.count);
  if (rule.until) {
    // RFC 5545 3.3.10: UTC beside a start with a zone. The end of that day in France.
    const Date day = *rule.until;
    const std::string last =
        until == Until::day ? std::string() : to_rfc3339(to_instant({plus_days(day, 1), 0, 0}) - 1);
    std::string written = until == Until::day ? to_iso(day) : last;
    std::erase_if(written, [](char c) { return c == '-' || c == ':'; });
    text += ";UNTIL=" + written;
  }
  return text + ";WKST=MO";
}

icalrecurrencetype ical_rule(const std::string& text) {
  const icalrecurrencetype rule = icalrecurrencetype_from_string(text.c_str());
  if (rule.freq == ICAL_NO_RECURRENCE) throw std::logic_error("calendar: libical refuses " + text);
  return rule;
}

// The rules of French time since 1996.
constexpr const char* paris =
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
    "BEGIN:DAYLIGHT\r\nTZNAME:CEST\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19960331T020000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"
    "BEGIN:STANDARD\r\nTZNAME:CET\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n"
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";

void add_time(icalcomponent* event, icalproperty* property, const icaltimetype& time) {
  icalproperty_add_parameter(
      property, time.is_date ? icalparameter_new_value(ICAL_VALUE_DATE) : icalparameter_new_tzid("Europe/Paris"));
  icalcomponent_add_property(event, property);
}

void add_text(icalcomponent* event, icalproperty* (*make)(const char*), const std::string& text) {
  if (!text.empty()) icalcomponent_add_property(event, make(text.c_str()));
}

void add_times(icalcomponent* event, const Entry& entry) {
  const auto at = [&](Date day) { return entry.start_minute ? ical_moment(day, *entry.start_minute) : ical_day(day); };
  const icaltimetype start = at(entry.first);
  add_time(event, icalproperty_new_dtstart(start), start);
  if (!entry.start_minute) {  // DTEND is the day after the last
    const icaltimetype end = ical_day(plus_days(entry.last, 1));
    add_time(event, icalproperty_new_dtend(end), end);
  } else if (entry.end_minute) {
    const icaltimetype end = ical_moment(entry.last, *entry.end_minute);
    add_time(event, icalproperty_new_dtend(end), end);
  }
  if (!entry.rule) return;
  const Until until = entry.start_minute ? Until::moment : Until::day;
  icalcomponent_add_property(event, icalproperty_new_rrule(ical_rule(rule_text(*entry.rule, entry.first, until))));
  for (const Date day : entry.except) {
    const icaltimetype left_out = at(day);
    add_time(event, icalproperty_new_exdate(left_out), left_out);
  }
}

icalcomponent* ical_event(const Entry& entry) {
  icalcomponent* event = icalcomponent_new_vevent();
  icalcomponent_add_property(event, icalproperty_new_uid(entry.uid.c_str()));
  icalcomponent_add_property(event, icalproperty_new_dtstamp(ical_utc(entry.stamp)));
  icalcomponent_add_property(event, icalproperty_new_lastmodified(ical_utc(entry.stamp)));
  add_times(event, entry);
  add_text(event, icalproperty_new_summary, entry.title);
  add_text(event, icalproperty_new_description, entry.description);
  add_text(event, icalproperty_new_location, entry.place);
  add_text(event, icalproperty_new_url, entry.url);
  add_text(event, icalproperty_new_categories, entry.category);
  return event;
}

}  // namespace

std::vector<Date> days_of(Date first, const std::optional<Rule>& rule, const std::vector<Date>& except, Date from,
                          Date to, std::size_t most) {
  std::vector<Date> days;
  const auto take = [&](Date day) {
    const bool is_left_out = std::ranges::find(except, day) != except.end();
    if (day >= from && day < to && !is_left_out && days.size() < most) days.push_back(day);
  };
  if (!rule) {
    take(first);
    return days;
  }
  const Owned<icalrecur_iterator> iterator(
      icalrecur_iterator_new(ical_rule(rule_text(*rule, first, Until::day)), ical_day(first)));
  if (!iterator) throw std::logic_error("calendar: no iterator");
  for (int step = 0; step < most_steps && days.size() < most; ++step) {
    const icaltimetype time = icalrecur_iterator_next(iterator.get());
    if (icaltime_is_null_time(time) || date_of(time) >= to) break;
    take(date_of(time));
  }
  return days;
}

int weekday_of(Date date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(date)).iso_encoding());
}

Date plus_days(Date date, int days) { return {std::chrono::sys_days(date) + std::chrono::days(days)}; }

std::string write_calendar(std::string_view name, std::string_view product, const std::vector<Entry>& entries) {
  const Owned<icalcomponent> calendar(icalcomponent_new_vcalendar());
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(std::string(product).c_str()));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
  icalproperty* title = icalproperty_new_x(std::string(name).c_str());
  icalproperty_set_x_name(title, "X-WR-CALNAME");
  icalcomponent_add_property(calendar.get(), title);
  icalcomponent_add_component(calendar.get(), icalparser_parse_string(paris));
  for (const Entry& entry : entries) icalcomponent_add_component(calendar.get(), ical_event(entry));
  const Owned<char> text(icalcomponent_as_ical_string_r(calendar.get()));
  return text.get();
}

}  // namespace clocher::calendar
