// Reads what a client says of an event.
#include "tenants/site/details.hpp"
#include "tenants/site/event.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 4> every_names = {"day", "week", "month", "year"};
constexpr int first_year = 2000, last_year = 2100;
constexpr std::size_t most_exceptions = 100;
constexpr int longest_days = 366;

enum class Precision { day, minute };

std::optional<Date> read_day(std::string_view text) {
  const auto date = parse_iso_date(text);
  if (!date || int(date->year()) < first_year || int(date->year()) > last_year) return std::nullopt;
  return date;
}

bool is_clock(std::string_view text) {
  const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':' || !digit(0) || !digit(1) || !digit(3) || !digit(4)) return false;
  return text.substr(0, 2) < "24" && text.substr(3) < "60";
}

// "2026-12-05" for whole days, "2026-12-05T18:30" otherwise; "" after a fault.
std::string read_moment(PartReader& reader, std::string_view name, Precision precision) {
  std::string text = reader.line(name, 16);
  if (text.empty()) return text;
  const bool is_day = text.size() == 10 && precision == Precision::day;
  const bool is_minute = text.size() == 16 && text[10] == 'T' && precision == Precision::minute;
  const bool is_right =
      (is_day || is_minute) && read_day(text.substr(0, 10)) && (is_day || is_clock(std::string_view(text).substr(11)));
  if (is_right) return text;
  reader.fault(name, precision == Precision::day ? "day" : "moment");
  return {};
}

json::Array read_weekdays(PartReader& reader, std::string_view every, std::optional<Date> first) {
  std::array<bool, 8> chosen{};
  const json::Array& sent = reader.list("weekdays", 7);
  for (const json::Value& one : sent) {
    const std::int64_t* number = one.if_int64();
    if (number != nullptr && *number >= 1 && *number <= 7)
      chosen[static_cast<std::size_t>(*number)] = true;
    else
      reader.fault("weekdays", "weekdays");
  }
  json::Array weekdays;
  for (int day = 1; day <= 7; ++day) {
    if (chosen[static_cast<std::size_t>(day)]) weekdays.push_back(day);
  }
  const bool fits = weekdays.empty() || every == "week" || (every == "month" && weekdays.size() == 1);
  if (!fits) reader.fault("weekdays", "weekdays_fit");
  // The first day is a day of the rule (RFC 5545 3.8.5.3).
  if (!weekdays.empty() && first && !chosen[static_cast<std::size_t>(calendar::weekday_of(*first))])
    reader.fault("weekdays", "weekday_of_start");
  return weekdays;
}

json::Array read_exceptions(PartReader& reader) {
  std::vector<std::string> days;
  for (const json::Value& one : reader.list("except", most_exceptions)) {
    const auto* text = one.if_string();
    if (text != nullptr && read_day(std::string_view(*text)))
      days.emplace_back(std::string_view(*text));
    else
      reader.fault("except", "day");
  }
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  json::Array list;
  for (const std::string& day : days) list.push_back(json::Value(day));
  return list;
}

json::Object read_recurrence(PartReader& reader, std::optional<Date> first) {
  json::Object rule;
  const std::string every = reader.choice("every", every_names);
  if (every.empty()) reader.fault("every", "every_missing");
  put(rule, "every", every);
  const auto interval = reader.number("interval", 1, 99);
  if (interval && *interval > 1) rule["interval"] = *interval;
  if (json::Array weekdays = read_weekdays(reader, every, first); !weekdays.empty())
    rule["weekdays"] = std::move(weekdays);
  const std::string until = read_moment(reader, "until", Precision::day);
  const auto count = reader.number("count", 1, 500);
  if (!until.empty() && count) reader.fault("count", "until_and_count");
  if (!until.empty() && first && *read_day(until) < *first) reader.fault("until", "until_before");
  put(rule, "until", until);
  put(rule, "count", count);
  if (json::Array except = read_exceptions(reader); !except.empty()) rule["except"] = std::move(except);
  reader.refuse_unknown();
  return rule;
}

void check_order(PartReader& reader, const std::string& starts, const std::string& ends) {
  if (starts.empty() || ends.empty()) return;
  if (ends < starts) return reader.fault("ends", "ends_before");  // ISO sorts as text
  const auto days = std::chrono::sys_days(*read_day(ends.substr(0, 10))) -
                    std::chrono::sys_days(*read_day(starts.substr(0, 10)));
  if (days.count() > longest_days) reader.fault("ends", "too_long_event");
}

}  // namespace

json::Object read_event(PartReader& reader) {
  json::Object details;
  const bool is_all_day = reader.flag("all_day");
  const Precision precision = is_all_day ? Precision::day : Precision::minute;
  const std::string starts = read_moment(reader, "starts", precision);
  const std::string ends = read_moment(reader, "ends", precision);
  if (starts.empty()) reader.missing("starts", "starts_missing");
  check_order(reader, starts, ends);
  put(details, "starts", starts);
  put(details, "ends", ends);
  put_flag(details, "all_day", is_all_day);
  put(details, "place", reader.line("place", 160));
  put(details, "place_id", reader.row("place_id"));
  put(details, "address", reader.line("address", 300));
  put(details, "series", reader.line("series", 80));
  put(details, "category", reader.line("category", 40));
  put(details, "organiser", reader.line("organiser", 160));
  put(details, "price", reader.line("price", 80));
  read_image(reader, details);
  if (const json::Value* sent = reader.find("recurrence")) {
    PartReader rule(*sent, reader.below("recurrence"), reader.completeness(), reader.errors());
    const auto first = starts.empty() ? std::nullopt : read_day(starts.substr(0, 10));
    details["recurrence"] = read_recurrence(rule, first);
  }
  return details;
}

}  // namespace clocher::tenants
