// From stored details to occurrences.
#include "tenants/site/event.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 4> every_names = {"day", "week", "month", "year"};

struct LocalMoment {
  Date date;
  std::optional<int> minute;
};

// "2026-12-05" or "2026-12-05T18:30", as read_event has kept it.
std::optional<LocalMoment> parse_moment(std::string_view text) {
  const auto date = parse_iso_date(text.substr(0, 10));
  if (!date) return std::nullopt;
  if (text.size() == 10) return LocalMoment{*date, std::nullopt};
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  return LocalMoment{*date, (digit(11) * 10 + digit(12)) * 60 + digit(14) * 10 + digit(15)};
}

calendar::Rule parse_rule(const json::Object& object) {
  calendar::Rule rule;
  const auto every = std::ranges::find(every_names, json::string_or(object, "every"));
  if (every != every_names.end()) rule.every = static_cast<calendar::Every>(every - every_names.begin());
  rule.interval = static_cast<int>(json::find_integer(object, "interval").value_or(1));
  if (const auto count = json::find_integer(object, "count")) rule.count = static_cast<int>(*count);
  rule.until = parse_iso_date(json::string_or(object, "until"));
  if (const json::Array* weekdays = json::find_array(object, "weekdays")) {
    for (const json::Value& weekday : *weekdays) rule.weekdays.push_back(static_cast<int>(weekday.as_int64()));
  }
  return rule;
}

std::vector<Date> parse_days(const json::Object& object, std::string_view name) {
  std::vector<Date> days;
  const json::Array* list = json::find_array(object, name);
  if (list == nullptr) return days;
  for (const json::Value& day : *list) {
    if (const auto date = parse_iso_date(std::string_view(day.as_string()))) days.push_back(*date);
  }
  return days;
}

Instant moment(Date day, int minute) { return to_instant({day, minute / 60, minute % 60}); }

Occurrence occurrence_on(const EventDetails& event, Date day) {
  const int length = static_cast<int>((std::chrono::sys_days(event.last) - std::chrono::sys_days(event.first)).count());
  const Date last = calendar::plus_days(day, length);
  const Instant midnight = moment(calendar::plus_days(last, 1), 0);
  return {day, last, moment(day, event.start_minute.value_or(0)),
          event.end_minute ? moment(last, *event.end_minute) : midnight};
}

}  // namespace

std::optional<EventDetails> parse_event(const json::Object& details) {
  const auto starts = parse_moment(json::string_or(details, "starts"));
  if (!starts) return std::nullopt;
  const auto ends = parse_moment(json::string_or(details, "ends"));
  EventDetails event;
  event.first = starts->date;
  event.start_minute = starts->minute;
  event.last = ends ? ends->date : starts->date;
  if (ends) event.end_minute = ends->minute;
  if (const json::Object* rule = json::find_object(details, "recurrence")) {
    event.rule = parse_rule(*rule);
    event.except = parse_days(*rule, "except");
  }
  event.place = json::string_or(details, "place");
  event.address = json::string_or(details, "address");
  event.series = json::string_or(details, "series");
  event.category = json::string_or(details, "category");
  event.organiser = json::string_or(details, "organiser");
  event.price = json::string_or(details, "price");
  event.place_id = json::find_integer(details, "place_id");
  return event;
}

std::vector<Occurrence> occurrences_of(const EventDetails& event, Instant from, Instant to, std::size_t most) {
  const int length = static_cast<int>((std::chrono::sys_days(event.last) - std::chrono::sys_days(event.first)).count());
  const Date first = calendar::plus_days(to_local(from).date, -length - 1);
  const Date end = calendar::plus_days(to_local(to).date, 1);
  std::vector<Occurrence> found;
  // A day more at both ends: what is over, or begins later, is left out below.
  for (const Date day :
       calendar::days_of(event.first, event.rule, event.except, first, end, most + static_cast<std::size_t>(length) + 2)) {
    const Occurrence occurrence = occurrence_on(event, day);
    const bool fits = occurrence.ends > from && occurrence.starts < to;
    if (fits && found.size() < most) found.push_back(occurrence);
  }
  return found;
}

}  // namespace clocher::tenants
