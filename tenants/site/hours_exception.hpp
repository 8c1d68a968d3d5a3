// Days when the town hall does not keep its usual hours.
#pragma once

#include "core/base/result.hpp"
#include "core/db/database.hpp"
#include "core/json/json.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/hours.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <vector>

namespace clocher::tenants {

struct HoursException {
  Date first_day;
  Date last_day;                    // the same for a single day
  std::vector<Interval> intervals;  // of each of these days; empty: closed
  std::string reason;               // "congés d’été", "" when none is given
};

enum class HolidayRule { closed, usual_hours };

// What an agent saves: all exceptions that are not over, and what is done on public holidays.
struct ExceptionsInput {
  HolidayRule holidays = HolidayRule::closed;
  std::vector<HoursException> exceptions;
};

// [{"first_day":"2026-12-24","last_day":"2026-12-24","intervals":[...],"reason":"..."}]. invalid exceptions.N.first_day,
// .last_day, .intervals, .reason: each wrong one is told.
[[nodiscard]] Result<std::vector<HoursException>> parse_exceptions(const json::Array& list);
[[nodiscard]] json::Array to_json(const std::vector<HoursException>& exceptions);

// In order of their first day.
[[nodiscard]] std::vector<HoursException> read_exceptions(db::ReadTx& tx);

// Those whose last day is past stay as they are: what was announced is kept for a year.
[[nodiscard]] Result<void> save_exceptions(Tenant& tenant, const Actor& actor, const ExceptionsInput& input,
                                           Instant now);

}  // namespace clocher::tenants
