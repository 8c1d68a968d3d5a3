// A list of minutes, then a grid of hours, then one of days.
#include "payments/polling.hpp"

#include <array>

namespace clocher::payments {
namespace {

constexpr std::array first_moments = {one_minute, 3 * one_minute, 5 * one_minute, 10 * one_minute, 20 * one_minute};
constexpr std::int64_t hourly_until = 7 * one_day;
constexpr std::int64_t daily_until = 30 * one_day;

constexpr std::int64_t next_multiple(std::int64_t age, std::int64_t step) { return (age / step + 1) * step; }

}  // namespace

std::optional<Instant> next_question_at(Instant started_at, Instant asked_at) {
  const std::int64_t age = asked_at > started_at ? asked_at - started_at : 0;
  for (const std::int64_t moment : first_moments) {
    if (age < moment) return started_at + moment;
  }
  const std::int64_t moment = next_multiple(age, age < hourly_until ? one_hour : one_day);
  return moment <= daily_until ? std::optional(started_at + moment) : std::nullopt;
}

}  // namespace clocher::payments
