// Opening hours: what can be written, and what a visitor reads at each minute.
#include "tenants/site/hours.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

Result<WeekHours> parse(std::string_view text) { return parse_hours(json::parse_trusted(text).as_array()); }

std::string error(std::string_view text) {
  const auto hours = parse(text);
  if (hours) return "none";
  const FieldError& field = hours.error().fields.at(0);
  const auto day = field.arguments.find("day");
  return field.field + " " + field.key + (day == field.arguments.end() ? "" : " " + day->second);
}

std::string monday(std::string_view intervals) { return R"([{"day":1,"intervals":[)" + std::string(intervals) + "]}]"; }

// Monday 9-12 and 14-17:30, Thursday 9-12.
const char* const week = R"([{"day":1,"intervals":[{"from":"09:00","to":"12:00"},{"from":"14:00","to":"17:30"}]},
                             {"day":4,"intervals":[{"from":"09:00","to":"12:00"}]}])";

// 23 November 2026 is a Monday.
std::string at(unsigned day, int hour, int minute) {
  const OpenState state = open_state(
      *parse(week), {Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(day)}, hour, minute});
  return (state.is_open ? "open: " : "shut: ") + state.text;
}

}  // namespace

TEST_CASE("hours that are written come back the same, with the seven days") {
  const auto hours = parse(week);
  REQUIRE(hours);
  REQUIRE(hours->size() == 7);
  CHECK(hours->at(0).intervals.at(1).to == 17 * 60 + 30);
  CHECK(hours->at(1).intervals.empty());
  const auto again = parse_hours(to_json(*hours));
  REQUIRE(again);
  CHECK(json::serialize(to_json(*again)) == json::serialize(to_json(*hours)));
}

TEST_CASE("wrong hours name their day") {
  CHECK(error(monday(R"({"from":"12:00","to":"09:00"})")) == "hours hours.reversed lundi");
  CHECK(error(monday(R"({"from":"09:00","to":"09:00"})")) == "hours hours.reversed lundi");
  CHECK(error(monday(R"({"from":"09:00","to":"12:00"},{"from":"11:59","to":"13:00"})")) ==
        "hours hours.overlapping lundi");
  CHECK(error(monday(R"({"from":"14:00","to":"15:00"},{"from":"09:00","to":"12:00"})")) ==
        "hours hours.overlapping lundi");
  CHECK(
      error(monday(
          R"({"from":"01:00","to":"02:00"},{"from":"03:00","to":"04:00"},{"from":"05:00","to":"06:00"},{"from":"07:00","to":"08:00"})")) ==
      "hours hours.too_many lundi");
  CHECK(error(R"([{"day":2,"intervals":[]},{"day":2,"intervals":[]}])") == "hours hours.repeated mardi");
}

TEST_CASE("hours that cannot be read are refused") {
  for (const char* time :
       {"", "9", "25:00", "12:60", "24:01", "-1:00", "09-00", "0900", "aa:bb", "09:00:00", "+9:00", " 9:00"}) {
    INFO(time);
    CHECK(error(monday(R"({"from":")" + std::string(time) + R"(","to":"24:00"})")) != "none");
  }
  CHECK(error(monday("3")) == "hours hours.unreadable lundi");
  CHECK(error(monday(R"({"from":9,"to":12})")) == "hours hours.unreadable lundi");
  CHECK(error(R"([{"day":0,"intervals":[]}])") == "hours hours.day");
  CHECK(error(R"([{"day":8,"intervals":[]}])") == "hours hours.day");
  CHECK(error(R"([{"intervals":[]}])") == "hours hours.day");
  CHECK(error("[7]") == "hours hours.day");
  CHECK(error(R"([{"day":1}])") == "hours hours.unreadable lundi");
}

TEST_CASE("intervals may touch and a day may end at midnight") {
  CHECK(error(monday(R"({"from":"09:00","to":"12:00"},{"from":"12:00","to":"13:00"})")) == "none");
  CHECK(error(monday(R"({"from":"00:00","to":"24:00"})")) == "none");
}

TEST_CASE("the town hall opens at its first minute and is shut at its last") {
  CHECK(at(23, 8, 59) == "shut: Fermée. Ouvre à 9\u00A0h");
  CHECK(at(23, 9, 0) == "open: Ouverte jusqu’à 12\u00A0h");
  CHECK(at(23, 11, 59) == "open: Ouverte jusqu’à 12\u00A0h");
  CHECK(at(23, 12, 0) == "shut: Fermée. Ouvre à 14\u00A0h");
  CHECK(at(23, 14, 0) == "open: Ouverte jusqu’à 17\u00A0h\u00A030");
  CHECK(at(23, 17, 30) == "shut: Fermée. Ouvre jeudi à 9\u00A0h");
  CHECK(at(25, 23, 59) == "shut: Fermée. Ouvre demain à 9\u00A0h");
  CHECK(at(26, 12, 0) == "shut: Fermée. Ouvre lundi à 9\u00A0h");
  CHECK(at(29, 12, 0) == "shut: Fermée. Ouvre demain à 9\u00A0h");
}

TEST_CASE("a town hall open one day a week says so when that day is over") {
  const auto hours = parse(monday(R"({"from":"09:00","to":"12:00"})"));
  const OpenState state =
      open_state(*hours, {Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)}, 13, 0});
  CHECK(state.text == "Fermée. Ouvre lundi à 9\u00A0h");
}

TEST_CASE("a town hall without hours is shut and promises nothing") {
  const OpenState state = open_state(
      closed_all_week(), {Date{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(23)}, 10, 0});
  CHECK_FALSE(state.is_open);
  CHECK(state.text == "Fermée");
}

TEST_CASE("hours are said as people say them") {
  CHECK(hour_text(9 * 60) == "9\u00A0h");
  CHECK(hour_text(13 * 60 + 5) == "13\u00A0h\u00A005");
  CHECK(day_text({1, {}}) == "Fermée");
  CHECK(day_text({1, {{540, 720}, {840, 1020}}}) ==
        "9\u00A0h\u00A0–\u00A012\u00A0h et 14\u00A0h\u00A0–\u00A017\u00A0h");
}
