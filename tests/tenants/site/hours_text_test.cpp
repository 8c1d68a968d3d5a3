// The hours of a day in one cell, as people write them.
#include "tenants/site/hours_text.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

std::string reading(std::string_view text) {
  const auto intervals = read_day_hours(text);
  return intervals ? write_day_hours(*intervals) : "?";
}

}  // namespace

TEST_CASE("hours are understood in every usual writing") {
  CHECK(reading("9h-12h 14h-17h30") == "9h-12h 14h-17h30");
  CHECK(reading("9 h – 12 h et 14 h – 17 h 30") == "9h-12h 14h-17h30");
  CHECK(reading("9\u00A0h\u00A0–\u00A012\u00A0h") == "9h-12h");
  CHECK(reading("de 9h à 12h, puis de 14h à 18h") == "9h-12h 14h-18h");
  CHECK(reading("09:00-12:00, 14:00-17:05") == "9h-12h 14h-17h05");
  CHECK(reading("9H00 - 12H00 / 14H00 - 18H00") == "9h-12h 14h-18h");
  CHECK(reading("9-12") == "9h-12h");
  CHECK(reading("8h30 à 24h") == "8h30-24h");
  CHECK(reading("Fermé") == "fermé");
  CHECK(reading("FERMEE") == "fermé");
  CHECK(reading("-") == "fermé");
}

TEST_CASE("what is no hours is not guessed") {
  for (const char* text : {"matin", "sur rendez-vous", "9h", "12h-9h", "14h-18h 9h-12h", "9h-25h", "9h-12h60",
                           "9h-12h 14h", "9h-10h 11h-12h 13h-14h 15h-16h", "9h-12h sauf vacances"}) {
    INFO(text);
    CHECK(reading(text) == "?");
  }
}
