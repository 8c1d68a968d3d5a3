// Public holidays: the table of Easter, and what belongs to one part of France only.
#include "core/base/holidays.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

namespace {

bool is_holiday(std::string_view iso, std::string_view department) {
  return holiday_name(*parse_iso_date(iso), department).has_value();
}

}  // namespace

TEST_CASE("Easter and what follows it, 2024 to 2035") {
  struct Row {
    int year;
    const char *easter, *monday, *ascension, *pentecost;
  };
  const Row rows[] = {{2024, "2024-03-31", "2024-04-01", "2024-05-09", "2024-05-20"},
                      {2025, "2025-04-20", "2025-04-21", "2025-05-29", "2025-06-09"},
                      {2026, "2026-04-05", "2026-04-06", "2026-05-14", "2026-05-25"},
                      {2027, "2027-03-28", "2027-03-29", "2027-05-06", "2027-05-17"},
                      {2028, "2028-04-16", "2028-04-17", "2028-05-25", "2028-06-05"},
                      {2029, "2029-04-01", "2029-04-02", "2029-05-10", "2029-05-21"},
                      {2030, "2030-04-21", "2030-04-22", "2030-05-30", "2030-06-10"},
                      {2031, "2031-04-13", "2031-04-14", "2031-05-22", "2031-06-02"},
                      {2032, "2032-03-28", "2032-03-29", "2032-05-06", "2032-05-17"},
                      {2033, "2033-04-17", "2033-04-18", "2033-05-26", "2033-06-06"},
                      {2034, "2034-04-09", "2034-04-10", "2034-05-18", "2034-05-29"},
                      {2035, "2035-03-25", "2035-03-26", "2035-05-03", "2035-05-14"}};
  for (const Row& row : rows) {
    INFO(row.year);
    CHECK(to_iso(easter(row.year)) == row.easter);
    CHECK(holiday_name(*parse_iso_date(row.monday), "72") == "lundi de Pâques");
    CHECK(holiday_name(*parse_iso_date(row.ascension), "72") == "Ascension");
    CHECK(holiday_name(*parse_iso_date(row.pentecost), "72") == "lundi de Pentecôte");
    CHECK(holidays_of(row.year, "72").size() == 11);
  }
}

TEST_CASE("the holidays of a year come in order and each day once") {
  // In 2008 Ascension fell on 1 May.
  for (const int year : {2008, 2024, 2026}) {
    const auto days = holidays_of(year, "67");
    for (std::size_t i = 1; i < days.size(); ++i) CHECK(days[i - 1].date < days[i].date);
  }
  CHECK(holidays_of(2008, "72").size() == 10);
  CHECK(holiday_name(*parse_iso_date("2008-05-01"), "72") == "Fête du Travail");
}

TEST_CASE("Alsace and Moselle keep two days more, their neighbours do not") {
  for (const char* department : {"57", "67", "68"}) {
    CHECK(holiday_name(*parse_iso_date("2026-04-03"), department) == "Vendredi saint");
    CHECK(is_holiday("2026-12-26", department));
  }
  for (const char* department : {"54", "88", "72", "2A", "974"}) {
    CHECK_FALSE(is_holiday("2026-04-03", department));
    CHECK_FALSE(is_holiday("2026-12-26", department));
  }
}

TEST_CASE("each overseas department has its own day of the abolition of slavery") {
  const std::pair<const char*, const char*> rows[] = {
      {"971", "2026-05-27"}, {"972", "2026-05-22"}, {"973", "2026-06-10"}, {"974", "2026-12-20"},
      {"976", "2026-04-27"}, {"977", "2026-10-09"}, {"978", "2026-05-28"}};
  for (const auto& [department, day] : rows) {
    INFO(department);
    CHECK(is_holiday(day, department));
    CHECK_FALSE(is_holiday(day, "72"));
    CHECK(holidays_of(2026, department).size() == 12);
  }
}

TEST_CASE("an ordinary day is no holiday") {
  for (const char* day : {"2026-11-10", "2026-11-12", "2026-12-24", "2026-04-05", "2026-05-24"})
    CHECK_FALSE(is_holiday(day, "72"));
}
