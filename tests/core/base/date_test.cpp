// Rules of dates and local time.
#include "core/base/date.hpp"

#include "tests/support/catch.hpp"

#include <string>
#include <utility>
#include <vector>

using namespace clocher;

namespace {

std::string read_french(std::string_view text) {
  const auto date = parse_french_date(text);
  return date ? to_iso(*date) : "";
}

std::string local(std::int64_t seconds) {
  const LocalTime time = to_local({seconds});
  return to_iso(time.date) + " " + std::to_string(time.hour) + ":" + std::to_string(time.minute);
}

}  // namespace

TEST_CASE("an ISO date is a real day written with ten characters", "[date]") {
  CHECK(to_iso(parse_iso_date("2026-11-24").value()) == "2026-11-24");
  CHECK(parse_iso_date("2024-02-29"));
  for (const char* text : {"", "2026-11-4", "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00",
                           "26-11-2024", "2026/11/24", "2026-11-24 ", "02026-1-24", "2026-+1-24", "2026- 1-24",
                           "2026-11-2x", "1799-12-31", "2201-01-01", "-026-11-24"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_date(text));
  }
}

TEST_CASE("French dates are read with any usual separator, day first", "[date]") {
  for (const char* text :
       {"24/11/2026", "24.11.2026", "24-11-2026", "24 11 2026", " 24/11/2026 ", "2026-11-24", "24 / 11 / 2026"}) {
    CAPTURE(text);
    CHECK(read_french(text) == "2026-11-24");
  }
  CHECK(read_french("1/2/2026") == "2026-02-01");
}

TEST_CASE("dates that cannot be are refused", "[date]") {
  for (const char* text : {"", "31/02/2026", "11/24/2026", "24/11/26", "24/11", "24/11/2026/1", "aa/bb/cccc",
                           "0/1/2026", "001/1/2026", "24//2026"}) {
    CAPTURE(text);
    CHECK(read_french(text).empty());
  }
}

TEST_CASE("dates are written in French, the first of a month as an ordinal", "[date]") {
  CHECK(to_french(parse_iso_date("2026-11-24").value()) == "24 novembre 2026");
  CHECK(to_french(parse_iso_date("2027-03-01").value()) == "1er mars 2027");
  CHECK(to_french(parse_iso_date("2027-02-11").value()) == "11 février 2027");
}

TEST_CASE("local time changes with summer time at 01:00 UTC", "[date]") {
  const std::vector<std::pair<std::int64_t, std::string>> cases = {{1774745999, "2026-03-29 1:59"},  // 00:59:59Z
                                                                   {1774746000, "2026-03-29 3:0"},   // 01:00:00Z
                                                                   {1792889999, "2026-10-25 2:59"},  // 00:59:59Z
                                                                   {1792890000, "2026-10-25 2:0"},   // 01:00:00Z
                                                                   {1785542400, "2026-08-01 2:0"},   // midnight UTC
                                                                   {1798761600, "2027-01-01 1:0"}};
  for (const auto& [seconds, expected] : cases) CHECK(local(seconds) == expected);
}

TEST_CASE("an instant is written in each of its forms", "[date]") {
  const Instant instant{1795512720};  // 2026-11-24T09:32:00Z
  CHECK(to_french(instant) == "24 novembre 2026 à 10\u00A0h\u00A032");
  CHECK(to_rfc3339(instant) == "2026-11-24T09:32:00Z");
  CHECK(to_http_date(instant) == "Tue, 24 Nov 2026 09:32:00 GMT");
  CHECK(to_mail_date(instant) == "Tue, 24 Nov 2026 10:32:00 +0100");
  CHECK(to_mail_date({1785542400}) == "Sat, 01 Aug 2026 02:00:00 +0200");
}
