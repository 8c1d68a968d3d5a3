// The town hall's real hours: week, exceptions and public holidays together.
#include "tenants/site/opening.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

Date day(std::string_view iso) { return *parse_iso_date(iso); }

// Monday to Friday 9-12; Thursday also 14-17. No exception.
Opening usual() {
  WeekHours week = closed_all_week();
  for (std::size_t i = 0; i < 5; ++i) week[i].intervals = {{540, 720}};
  week[3].intervals.push_back({840, 1020});
  return {week, {}, HolidayRule::closed, "72"};
}

std::string at(const Opening& opening, std::string_view iso, int hour) {
  return open_state(opening, {day(iso), hour, 0}).text;
}

}  // namespace

TEST_CASE("a public holiday closes the town hall and says which day") {
  CHECK(at(usual(), "2026-11-11", 10) == "Fermée aujourd’hui\u00A0: jour férié (11 novembre). Ouvre demain à 9\u00A0h");
  CHECK(at(usual(), "2026-11-10", 18) == "Fermée. Ouvre jeudi à 9\u00A0h");
}

TEST_CASE("a town hall that keeps its hours on holidays is open then") {
  Opening opening = usual();
  opening.holidays = HolidayRule::usual_hours;
  CHECK(at(opening, "2026-11-11", 10) == "Ouverte jusqu’à 12\u00A0h");
}

TEST_CASE("a holiday on a day that is closed anyway explains nothing") {
  CHECK(at(usual(), "2026-08-15", 10) == "Fermée. Ouvre lundi à 9\u00A0h");  // a Saturday
}

TEST_CASE("an exception goes before the week and before the holiday") {
  Opening opening = usual();
  opening.exceptions = {{day("2026-08-03"), day("2026-08-14"), {}, "congés d’été"},
                        {day("2026-11-11"), day("2026-11-11"), {{600, 660}}, ""}};
  CHECK(at(opening, "2026-08-05", 10) == "Fermée aujourd’hui\u00A0: congés d’été. Ouvre le lundi 17 août à 9\u00A0h");
  CHECK(at(opening, "2026-08-14", 10) == "Fermée aujourd’hui\u00A0: congés d’été. Ouvre lundi à 9\u00A0h");
  CHECK(at(opening, "2026-11-11", 10) == "Ouverte jusqu’à 11\u00A0h");
  opening.exceptions[0].reason = "";
  CHECK(at(opening, "2026-08-14", 10) == "Fermée aujourd’hui, exceptionnellement. Ouvre lundi à 9\u00A0h");
}

TEST_CASE("a town hall closed for months promises no opening") {
  Opening opening = usual();
  opening.exceptions = {{day("2026-01-01"), day("2026-12-31"), {}, "travaux"}};
  CHECK(at(opening, "2026-03-02", 10) == "Fermée aujourd’hui\u00A0: travaux");
}

TEST_CASE("closures of the same kind are announced together") {
  Opening opening = usual();
  opening.exceptions = {{day("2026-12-24"), day("2026-12-24"), {{540, 720}}, ""},
                        {day("2026-12-31"), day("2026-12-31"), {{540, 720}}, ""}};
  const auto notices = opening_notices(opening, day("2026-12-05"));
  REQUIRE(notices.size() == 1);
  CHECK(notices[0] == "Fermeture exceptionnelle les 24 et 31 décembre après-midi.");
}

TEST_CASE("each kind of notice is said in a sentence") {
  struct Row {
    HoursException exception;
    const char* sentence;
  };
  const Row rows[] = {
      {{day("2026-08-03"), day("2026-08-14"), {}, "congés d’été"},
       "Fermeture exceptionnelle du 3 au 14 août\u00A0: congés d’été."},
      {{day("2026-07-27"), day("2026-08-07"), {}, ""}, "Fermeture exceptionnelle du 27 juillet au 7 août."},
      {{day("2026-07-28"), day("2026-07-28"), {}, ""}, "Fermeture exceptionnelle le mardi 28 juillet."},
      {{day("2026-07-30"), day("2026-07-30"), {{840, 1020}}, ""},
       "Fermeture exceptionnelle le jeudi 30 juillet matin."},
      {{day("2026-07-28"), day("2026-07-28"), {{600, 660}}, ""},
       "Horaires exceptionnels le mardi 28 juillet, 10\u00A0h\u00A0–\u00A011\u00A0h."},
      {{day("2026-08-01"), day("2026-08-01"), {{600, 660}}, "élections"},
       "Ouverture exceptionnelle le samedi 1er août, 10\u00A0h\u00A0–\u00A011\u00A0h\u00A0: élections."}};
  for (const Row& row : rows) {
    Opening opening = usual();
    opening.exceptions = {row.exception};
    const auto notices = opening_notices(opening, day("2026-07-20"));
    REQUIRE(notices.size() == 1);
    CHECK(notices[0] == row.sentence);
  }
}

TEST_CASE("what is past or far away is not announced, a near holiday is") {
  Opening opening = usual();
  opening.exceptions = {{day("2026-10-01"), day("2026-10-31"), {}, ""}, {day("2027-02-01"), day("2027-02-05"), {}, ""}};
  const auto notices = opening_notices(opening, day("2026-11-02"));
  REQUIRE(notices.size() == 1);
  CHECK(notices[0] == "Fermée le mercredi 11 novembre\u00A0: jour férié.");
  CHECK(opening_notices(opening, day("2026-11-12")).empty());
}

TEST_CASE("machines read the week, then each day that differs") {
  Opening opening = usual();
  const auto list = opening_specifications(opening, day("2026-11-02"));
  REQUIRE(list.size() == 9);  // six intervals, then 11 November, 25 December, 1 January
  const auto& armistice = list.at(6).as_object();
  CHECK(armistice.at("validFrom") == "2026-11-11");
  CHECK(armistice.at("opens") == armistice.at("closes"));
}

TEST_CASE("exceptions that cannot be are told one by one") {
  const auto error = [](std::string_view text) {
    const auto read = parse_exceptions(json::parse_trusted(text).as_array());
    return read ? std::string("none") : read.error().fields.at(0).field + " " + read.error().fields.at(0).key;
  };
  const auto one = [](std::string_view first, std::string_view last, std::string_view intervals) {
    return "[{\"first_day\":\"" + std::string(first) + "\",\"last_day\":\"" + std::string(last) +
           "\",\"intervals\":" + std::string(intervals) + ",\"reason\":\"x\"}]";
  };
  CHECK(error(one("2026-12-24", "2026-12-24", "[]")) == "none");
  CHECK(error(one("2026-02-30", "2026-12-24", "[]")) == "exceptions.0.first_day exception.date");
  CHECK(error(one("2026-12-24", "2026-12-23", "[]")) == "exceptions.0.last_day exception.reversed");
  CHECK(error(one("2026-12-24", "2028-12-23", "[]")) == "exceptions.0.last_day exception.too_long");
  CHECK(error(one("2026-12-24", "2026-12-24", R"([{"from":"12:00","to":"09:00"}])")) ==
        "exceptions.0.intervals exception.intervals");
  CHECK(error(one("2026-12-24", "2026-12-24", "3")) == "exceptions.0.intervals exception.intervals");
  CHECK(error("[3]") == "exceptions exception.date");
}
