// The times of an event in French words.
#pragma once

#include "tenants/site/event.hpp"

#include <string>

namespace clocher::tenants {

// "samedi 5 décembre 2026"
[[nodiscard]] std::string long_day(Date date);
// "décembre 2026"
[[nodiscard]] std::string month_name(std::chrono::year_month month);
// "18 h", "18 h 30"
[[nodiscard]] std::string clock_words(int minute);

// "Samedi 5 décembre 2026, de 18 h à 20 h 30", "Du samedi 5 au dimanche 6 décembre 2026", "Samedi 5 décembre 2026, toute la journée"
[[nodiscard]] std::string when_words(const EventDetails& event, const Occurrence& occurrence);

// "tous les mardis", "un mardi sur deux", "le 1er samedi de chaque mois, jusqu’au 30 juin 2027"; "" when it happens once.
[[nodiscard]] std::string recurrence_words(const EventDetails& event);

}  // namespace clocher::tenants
