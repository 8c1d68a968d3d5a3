// Says in French for whom a line of a grid holds, and when a grid does.
#pragma once

#include "core/view/catalogue.hpp"
#include "payments/tariff/tariff.hpp"

#include <optional>
#include <string>

namespace clocher::payments::tariff {

// "habitants de la commune, quotient familial de 401 à 800, 2e enfant"; "tout le monde" without a criterion.
[[nodiscard]] std::string describe(const Criteria& criteria, const view::Catalogue& catalogue);

// "depuis le 1er septembre 2026", "du 1er septembre 2026 au 31 août 2027".
[[nodiscard]] std::string describe(Date from, std::optional<Date> until, const view::Catalogue& catalogue);

}  // namespace clocher::payments::tariff
