// Dates read and written in French; local time by Boost.DateTime's POSIX time zones.
#include "core/base/date.hpp"

#include "core/base/text.hpp"

#include <array>
#include <charconv>
#include <cstdio>

#include <boost/date_time/local_time/local_time.hpp>

namespace clocher {
namespace {

constexpr std::array<const char*, 12> months = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                                                "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<const char*, 12> english_months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> english_days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

struct CivilTime {
  Date date;
  int hour, minute, second;
};

CivilTime split_utc(std::int64_t seconds) {
  using namespace std::chrono;
  const sys_seconds point{std::chrono::seconds(seconds)};
  const sys_days day = floor<days>(point);
  const hh_mm_ss time(point - day);
  return {Date(day), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
          static_cast<int>(time.seconds().count())};
}

// Seconds east of UTC in metropolitan France. Overseas communes will bring their own zone with the profile.
std::int64_t paris_offset(Instant instant) {
  namespace bl = boost::local_time;
  static const bl::time_zone_ptr paris(new bl::posix_time_zone("CET+1CEST,M3.5.0/2,M10.5.0/3"));
  const auto utc = boost::posix_time::from_time_t(static_cast<std::time_t>(instant.seconds));
  const bl::local_date_time local(utc, paris);
  return (local.local_time() - utc).total_seconds();
}

template <class... Values>
std::string print(const char* format, Values... values) {
  std::array<char, 64> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), format, values...);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::optional<Date> make_date(std::string_view year, std::string_view month, std::string_view day) {
  const auto y = whole_number(year), m = whole_number(month), d = whole_number(day);
  if (!y || !m || !d || year.size() != 4 || month.size() > 2 || day.size() > 2) return std::nullopt;
  const Date date{std::chrono::year(*y), std::chrono::month(static_cast<unsigned>(*m)),
                  std::chrono::day(static_cast<unsigned>(*d))};
  if (!date.ok() || *y < 1800 || *y > 2200) return std::nullopt;
  return date;
}

std::string rfc_date(const CivilTime& time, const char* zone) {
  const std::chrono::weekday weekday{std::chrono::sys_days(time.date)};
  return print("%s, %02u %s %04d %02d:%02d:%02d %s", english_days[weekday.c_encoding()], unsigned(time.date.day()),
               english_months[unsigned(time.date.month()) - 1], int(time.date.year()), time.hour, time.minute,
               time.second, zone);
}

}  // namespace

std::optional<Date> parse_iso_date(std::string_view text) {
  const auto parts = split(text, '-');
  if (text.size() != 10 || parts.size() != 3) return std::nullopt;
  return make_date(parts[0], parts[1], parts[2]);
}

std::optional<Date> parse_french_date(std::string_view text) {
  const std::string_view trimmed = trim(text);
  if (const auto iso = parse_iso_date(trimmed)) return iso;
  for (const char separator : {'/', '.', '-', ' '}) {
    const auto parts = split(trimmed, separator);
    if (parts.size() == 3) return make_date(trim(parts[2]), trim(parts[1]), trim(parts[0]));
  }
  return std::nullopt;
}

std::string to_iso(Date date) {
  return print("%04d-%02u-%02u", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string to_french(Date date) { return to_french_day(date) + print(" %d", int(date.year())); }

std::string to_french_day(Date date) {
  const unsigned day = unsigned(date.day());
  return print("%u%s %s", day, day == 1 ? "er" : "", months[unsigned(date.month()) - 1]);
}

LocalTime to_local(Instant instant) {
  const CivilTime local = split_utc(instant.seconds + paris_offset(instant));
  return {local.date, local.hour, local.minute};
}

Instant to_instant(const LocalTime& local) {
  const std::int64_t civil =
      std::chrono::sys_days(local.date).time_since_epoch().count() * one_day + local.hour * one_hour + local.minute * 60;
  constexpr std::int64_t winter = one_hour, summer = 2 * one_hour;
  const bool is_summer = paris_offset({civil - summer}) == summer;
  return {civil - (is_summer ? summer : winter)};
}

std::string to_french(Instant instant) {
  const LocalTime local = to_local(instant);
  return to_french(local.date) + print(" à %d\u00A0h\u00A0%02d", local.hour, local.minute);
}

std::string to_rfc3339(Instant instant) {
  const CivilTime utc = split_utc(instant.seconds);
  return to_iso(utc.date) + print("T%02d:%02d:%02dZ", utc.hour, utc.minute, utc.second);
}

std::string to_http_date(Instant instant) { return rfc_date(split_utc(instant.seconds), "GMT"); }

std::string to_mail_date(Instant instant) {
  const std::int64_t offset = paris_offset(instant);
  const std::string zone = print("+%02d%02d", static_cast<int>(offset / 3600), static_cast<int>(offset % 3600 / 60));
  return rfc_date(split_utc(instant.seconds + offset), zone.c_str());
}

}  // namespace clocher
