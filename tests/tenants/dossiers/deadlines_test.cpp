// The legal clocks, on paper: days that count, days that do not, delays that stop.
#include "tenants/dossiers/deadlines.hpp"

#include "tests/support/catch.hpp"

#include <random>

using namespace clocher;
using namespace clocher::dossiers;
using Rule = forms::Silence::Rule;

namespace {

Date day(std::string_view iso) { return parse_iso_date(iso).value(); }

std::string decides(Rule rule, const std::vector<Ask>& asks, std::string_view today = "2026-12-01") {
  const auto clock = run_silence_clock({rule, 2, ""}, day("2026-11-24"), asks, day(today));
  return clock.decides_on ? to_iso(*clock.decides_on) : "";
}

}  // namespace

TEST_CASE("working days leave out weekends and the holidays of the department") {
  CHECK(is_working_day(day("2026-11-24"), "72"));
  CHECK_FALSE(is_working_day(day("2026-11-28"), "72"));
  CHECK_FALSE(is_working_day(day("2026-11-29"), "72"));
  CHECK_FALSE(is_working_day(day("2026-12-25"), "72"));
  for (const char* alsace_moselle : {"57", "67", "68"}) {
    CHECK_FALSE(is_working_day(day("2028-12-26"), alsace_moselle));
    CHECK_FALSE(is_working_day(day("2027-03-26"), alsace_moselle));  // Good Friday
  }
  CHECK(is_working_day(day("2028-12-26"), "72"));
  CHECK(is_working_day(day("2027-03-26"), "72"));
}

TEST_CASE("the receipt is due ten working days after the day of receipt, which does not count") {
  CHECK(to_iso(acknowledgement_deadline(day("2026-11-24"), "72")) == "2026-12-08");
  CHECK(to_iso(acknowledgement_deadline(day("2026-12-18"), "72")) == "2027-01-05");   // Christmas, New Year
  CHECK(to_iso(acknowledgement_deadline(day("2028-12-18"), "72")) == "2029-01-03");
  CHECK(to_iso(acknowledgement_deadline(day("2028-12-18"), "67")) == "2029-01-04");   // Saint-Étienne too
  CHECK(to_iso(acknowledgement_deadline(day("2026-11-28"), "72")) == "2026-12-11");   // received on a Saturday
}

TEST_CASE("months end on the same day, or on the last of a shorter month") {
  CHECK(to_iso(add_months(day("2026-11-24"), 2)) == "2027-01-24");
  CHECK(to_iso(add_months(day("2026-12-31"), 2)) == "2027-02-28");
  CHECK(to_iso(add_months(day("2027-12-31"), 2)) == "2028-02-29");
}

TEST_CASE("silence decides at the end of the delay, on a Sunday as well, and not where the law gives it no meaning") {
  CHECK(decides(Rule::rejection, {}) == "2027-01-24");
  CHECK(decides(Rule::acceptance, {}) == "2027-01-24");
  CHECK(decides(Rule::none, {}).empty());
}

TEST_CASE("a rejection is suspended from the ask to the answer") {
  CHECK(decides(Rule::rejection, {{day("2026-12-01"), day("2026-12-31"), day("2026-12-11")}}) == "2027-02-03");
}

TEST_CASE("a rejection is suspended no longer than the delay that was given") {
  CHECK(decides(Rule::rejection, {{day("2026-12-01"), day("2026-12-11"), day("2027-01-10")}}) == "2027-02-03");
  CHECK(decides(Rule::rejection, {{day("2026-12-01"), day("2026-12-11"), {}}}) == "2027-02-03");
}

TEST_CASE("an open ask says suspended until its last day, then no longer") {
  const std::vector<Ask> asks = {{day("2026-12-01"), day("2026-12-11"), {}}};
  const forms::Silence rejection{Rule::rejection, 2, ""};
  CHECK(run_silence_clock(rejection, day("2026-11-24"), asks, day("2026-12-11")).is_suspended);
  CHECK_FALSE(run_silence_clock(rejection, day("2026-11-24"), asks, day("2026-12-12")).is_suspended);
}

TEST_CASE("an acceptance starts anew when what was missing arrives, and never runs before") {
  CHECK(decides(Rule::acceptance, {{day("2026-12-01"), day("2026-12-31"), {}}}, "2027-12-31").empty());
  CHECK(decides(Rule::acceptance, {{day("2026-12-01"), day("2026-12-31"), day("2026-12-15")}}) == "2027-02-15");
}

TEST_CASE("an ask after the delay has ended saves nobody") {
  const std::vector<Ask> late = {{day("2027-01-25"), day("2027-02-25"), {}}};
  CHECK(decides(Rule::rejection, late, "2027-01-26") == "2027-01-24");
  CHECK(decides(Rule::acceptance, late, "2027-01-26") == "2027-01-24");
}

TEST_CASE("two asks add up, and days that both cover count once") {
  CHECK(decides(Rule::rejection, {{day("2026-12-01"), day("2026-12-31"), day("2026-12-06")},
                                  {day("2026-12-20"), day("2027-01-19"), day("2026-12-25")}}) == "2027-02-03");
  CHECK(decides(Rule::rejection, {{day("2026-12-01"), day("2026-12-11"), day("2026-12-11")},
                                  {day("2026-12-06"), day("2026-12-16"), day("2026-12-16")}}) == "2027-02-08");
}

TEST_CASE("whatever is asked and answered, a rejection comes neither before its delay nor later than the delays given") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random(seed);
  const auto some_days = [&](unsigned most) { return std::chrono::days(1 + static_cast<int>(random() % most)); };
  for (int round = 0; round < 2'000; ++round) {
    std::vector<Ask> asks;
    auto at = std::chrono::sys_days(day("2026-11-24"));
    int given = 0;
    for (unsigned i = random() % 4; i > 0; --i) {
      const auto on = at + some_days(20);
      const auto before = on + some_days(30);
      at = on + some_days(40);
      given += static_cast<int>((before - on).count());
      asks.push_back({Date(on), Date(before), Date(at)});
    }
    const auto clock = run_silence_clock({Rule::rejection, 2, ""}, day("2026-11-24"), asks, day("2027-06-01"));
    const auto delay = std::chrono::sys_days(*clock.decides_on) - std::chrono::sys_days(day("2027-01-24"));
    CHECK(delay.count() >= 0);
    CHECK(delay.count() <= given);
    CHECK(delay.count() == clock.suspended_days);
  }
}
