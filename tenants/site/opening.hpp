// When the town hall is really open: its week, its exceptions and the public holidays together.
#pragma once

#include "tenants/site/hours_exception.hpp"

#include <string>
#include <vector>

namespace clocher::tenants {

struct Opening {
  WeekHours week;
  std::vector<HoursException> exceptions;
  HolidayRule holidays = HolidayRule::closed;
  std::string department;  // whose holidays count
};

enum class DayCause { usual, holiday, exception };

struct DayPlan {
  std::vector<Interval> intervals;
  DayCause cause = DayCause::usual;
  std::string reason;  // "congés d’été", "Armistice de 1918"; "" when usual or not given
};

// An exception goes before a holiday, a holiday before the week.
[[nodiscard]] DayPlan plan_of(const Opening& opening, Date day);
[[nodiscard]] const std::vector<Interval>& usual_intervals(const Opening& opening, Date day);

// "Ouverte jusqu’à 12 h"; "Fermée aujourd’hui : jour férié (11 novembre). Ouvre jeudi à 9 h". Looks 100 days ahead.
[[nodiscard]] OpenState open_state(const Opening& opening, const LocalTime& now);

// Sentences on what differs in the coming 30 days, soonest first: "Fermeture exceptionnelle les 24 et 31 décembre après-midi.",
// "Fermée le mercredi 11 novembre : jour férié." Holidays of the coming 15 days on which the town hall would be open.
[[nodiscard]] std::vector<std::string> opening_notices(const Opening& opening, Date today);

// schema.org OpeningHoursSpecification: the week, then the exceptions and holidays of the coming 90 days.
[[nodiscard]] json::Array opening_specifications(const Opening& opening, Date today);

}  // namespace clocher::tenants
