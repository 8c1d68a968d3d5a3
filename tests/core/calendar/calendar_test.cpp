// Days that repeat, and calendars as files.
#include "core/calendar/calendar.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::calendar;

namespace {

Date day(std::string_view iso) { return *parse_iso_date(iso); }

std::vector<std::string> days(std::string_view first, const Rule& rule, std::string_view from, std::string_view to,
                              const std::vector<Date>& except = {}) {
  std::vector<std::string> found;
  for (const Date one : days_of(day(first), rule, except, day(from), day(to), 100)) found.push_back(to_iso(one));
  return found;
}

using Days = std::vector<std::string>;

}  // namespace

TEST_CASE("every second week on two days, without a day that is left out") {
  const Rule rule{.every = Every::week, .interval = 2, .weekdays = {1, 3}};
  CHECK(days("2026-11-02", rule, "2026-11-01", "2026-12-01", {day("2026-11-16")}) ==
        Days{"2026-11-02", "2026-11-04", "2026-11-18", "2026-11-30"});
}

TEST_CASE("the rank of a weekday in its month is kept, and the fifth is the last") {
  CHECK(days("2026-11-10", {.every = Every::month, .weekdays = {2}}, "2026-11-01", "2027-01-31") ==
        Days{"2026-11-10", "2026-12-08", "2027-01-12"});
  CHECK(days("2026-11-30", {.every = Every::month, .weekdays = {1}}, "2026-11-01", "2027-01-31") ==
        Days{"2026-11-30", "2026-12-28", "2027-01-25"});
}

TEST_CASE("the 31st and 29 February are left out where they do not exist") {
  CHECK(days("2026-01-31", {.every = Every::month}, "2026-01-01", "2026-06-01") ==
        Days{"2026-01-31", "2026-03-31", "2026-05-31"});
  CHECK(days("2024-02-29", {.every = Every::year}, "2024-01-01", "2029-01-01") == Days{"2024-02-29", "2028-02-29"});
}

TEST_CASE("a rule ends on its last day or after its count") {
  CHECK(days("2026-11-02", {.every = Every::day, .until = day("2026-11-04")}, "2026-11-01", "2026-12-01").size() == 3);
  CHECK(days("2026-11-02", {.every = Every::day, .count = 2}, "2026-11-01", "2026-12-01").size() == 2);
}

TEST_CASE("local times keep their hour when the clocks change") {
  CHECK(to_instant({day("2026-07-01"), 18, 0}).seconds - to_instant({day("2026-07-01"), 0, 0}).seconds == 18 * 3600);
  for (const char* iso : {"2026-01-15", "2026-03-29", "2026-07-15", "2026-10-25"}) {
    const LocalTime back = to_local(to_instant({day(iso), 18, 30}));
    INFO(iso);
    CHECK(to_iso(back.date) == iso);
    CHECK(back.hour == 18);
    CHECK(back.minute == 30);
  }
}

TEST_CASE("a calendar file has CRLF, folded lines, a zone, an address that stays and nothing that a text injects") {
  Entry entry;
  entry.uid = "evenement-7@mulsanne.example";
  entry.stamp = {1795512720};
  entry.title = "Fête; du, village\nBEGIN:VALARM";
  entry.description = std::string(200, 'x');
  entry.first = entry.last = day("2026-12-05");
  entry.start_minute = 18 * 60 + 30;
  entry.rule = Rule{.every = Every::week, .until = day("2026-12-19")};
  const std::string text = write_calendar("Agenda", "-//Clocher//FR", {entry});
  CHECK_THAT(text, Catch::Contains("DTSTART;TZID=Europe/Paris:20261205T183000\r\n"));
  CHECK_THAT(text, Catch::Contains("BEGIN:VTIMEZONE\r\n"));
  CHECK_THAT(text, Catch::Contains("UID:evenement-7@mulsanne.example\r\n"));
  CHECK_THAT(text, Catch::Contains("UNTIL=20261219T225959Z"));
  CHECK_THAT(text, !Catch::Contains("\nBEGIN:VALARM"));
  std::size_t start = 0;
  for (auto end = text.find("\r\n"); end != std::string::npos; end = text.find("\r\n", start)) {
    CHECK(end - start <= 75);
    start = end + 2;
  }
}
