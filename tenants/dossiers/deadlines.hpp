// The legal clocks of a request as pure functions: receipt within 10 working days, what silence decides and when.
#pragma once

#include "core/base/date.hpp"
#include "tenants/forms/definition.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

// "Jours ouvrés": Monday to Friday, holidays of the department apart (Alsace and Moselle have two more).
[[nodiscard]] bool is_working_day(Date day, std::string_view department);
// The day that many working days after `from`, which does not count itself. `days` is 1 or more.
[[nodiscard]] Date add_working_days(Date from, int days, std::string_view department);
// Same day of a later month, or that month's last: how delays in months are counted.
[[nodiscard]] Date add_months(Date from, int months);

// The electronic receipt is due at once or within 10 working days (CRPA L112-11, R112-11-1).
[[nodiscard]] Date acknowledgement_deadline(Date received, std::string_view department);

// The town hall asked for what was missing, and gave a delay (CRPA L114-5).
struct Ask {
  Date on;
  Date answer_before;                // the last day
  std::optional<Date> ended = {};    // answered, or no longer needed
};

inline constexpr int usual_answer_days = 30;

struct SilenceClock {
  std::optional<Date> decides_on = {};  // the last day of the delay; nothing: silence decides nothing (now)
  Date started = {};                    // where the delay counts from
  bool is_suspended = false;            // on `today`, the resident owes something
  int suspended_days = 0;               // so far and as announced, of a rejection
};

// `asks` in order of time, at most the last one open. The rules:
// - silence is a decision `months` after the receipt (L231-1, L231-4, L231-6); the decision is born at the end of that day;
// - rejection: the delay is suspended from the ask to the answer, at the longest to the end of the delay that was given;
// - acceptance: the delay runs from the receipt of what was missing; nothing runs while it is missing (L114-5);
// - an ask that comes after the delay has ended changes nothing.
// A delay of silence is not moved to a working day: it decides on the day it ends, a Sunday as well.
[[nodiscard]] SilenceClock run_silence_clock(const forms::Silence& silence, Date received,
                                             const std::vector<Ask>& asks, Date today);

}  // namespace clocher::dossiers
