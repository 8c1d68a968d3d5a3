// Counts working days, months and suspensions.
#include "tenants/dossiers/deadlines.hpp"

#include "core/base/holidays.hpp"

#include <algorithm>
#include <chrono>

namespace clocher::dossiers {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int acknowledgement_days = 10;

int days_between(Date from, Date to) { return static_cast<int>((sys_days(to) - sys_days(from)).count()); }

SilenceClock run_acceptance(const forms::Silence& silence, Date received, const std::vector<Ask>& asks) {
  SilenceClock clock{.decides_on = add_months(received, silence.months), .started = received};
  for (const Ask& ask : asks) {
    if (ask.on > *clock.decides_on) break;
    if (!ask.ended) return {.started = ask.on, .is_suspended = true};
    clock.started = *ask.ended;
    clock.decides_on = add_months(clock.started, silence.months);
  }
  return clock;
}

SilenceClock run_rejection(const forms::Silence& silence, Date received, const std::vector<Ask>& asks, Date today) {
  const Date undisturbed = add_months(received, silence.months);
  SilenceClock clock{.decides_on = undisturbed, .started = received};
  Date counted_until = received;
  for (const Ask& ask : asks) {
    if (ask.on > *clock.decides_on) break;
    const Date end = std::min(ask.ended.value_or(ask.answer_before), ask.answer_before);
    const Date from = std::max(ask.on, counted_until);
    clock.suspended_days += std::max(0, days_between(from, end));
    clock.decides_on = Date(sys_days(undisturbed) + days(clock.suspended_days));
    clock.is_suspended = !ask.ended && today <= ask.answer_before;
    counted_until = std::max(counted_until, end);
  }
  return clock;
}

}  // namespace

bool is_working_day(Date day, std::string_view department) {
  const std::chrono::weekday weekday{sys_days(day)};
  if (weekday == std::chrono::Saturday || weekday == std::chrono::Sunday) return false;
  return !holiday_name(day, department);
}

Date add_working_days(Date from, int count, std::string_view department) {
  Date day = from;
  while (count > 0) {
    day = Date(sys_days(day) + days(1));
    if (is_working_day(day, department)) --count;
  }
  return day;
}

Date add_months(Date from, int months) {
  const Date date = from + std::chrono::months(months);
  return date.ok() ? date : date.year() / date.month() / std::chrono::last;
}

Date acknowledgement_deadline(Date received, std::string_view department) {
  return add_working_days(received, acknowledgement_days, department);
}

SilenceClock run_silence_clock(const forms::Silence& silence, Date received, const std::vector<Ask>& asks, Date today) {
  using enum forms::Silence::Rule;
  if (silence.rule == none || silence.months <= 0) return {.started = received};
  return silence.rule == acceptance ? run_acceptance(silence, received, asks)
                                    : run_rejection(silence, received, asks, today);
}

}  // namespace clocher::dossiers
