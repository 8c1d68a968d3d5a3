// The moments at which an open payment is asked about.
#include "payments/polling.hpp"

#include "tests/support/catch.hpp"

#include <vector>

using namespace clocher;
using namespace clocher::payments;

namespace {

constexpr Instant started{1'773'569'700};

std::vector<std::int64_t> all_ages() {
  std::vector<std::int64_t> ages;
  for (auto next = next_question_at(started, started); next; next = next_question_at(started, *next)) ages.push_back(*next - started);
  return ages;
}

}  // namespace

TEST_CASE("a payment is asked about soon, then every hour, then every day") {
  const auto ages = all_ages();
  REQUIRE(ages.size() == 5 + 7 * 24 + 23);
  CHECK(std::vector(ages.begin(), ages.begin() + 7) == std::vector<std::int64_t>{60, 180, 300, 600, 1200, 3600, 7200});
  CHECK(ages.at(5 + 7 * 24 - 1) == 7 * one_day);
  CHECK(ages.at(5 + 7 * 24) == 8 * one_day);
  CHECK(ages.back() == 30 * one_day);
}

TEST_CASE("moments that were missed are answered by one question") {
  CHECK(next_question_at(started, started + 50 * one_hour + 7) == started + 51 * one_hour);
  CHECK(next_question_at(started, started + 61) == started + 180);
}

TEST_CASE("after thirty days nobody asks any more") {
  CHECK(next_question_at(started, started + 30 * one_day - 1) == started + 30 * one_day);
  CHECK_FALSE(next_question_at(started, started + 30 * one_day));
}

TEST_CASE("a clock that was set back asks from the start again") {
  CHECK(next_question_at(started, started - 500) == started + 60);
}
