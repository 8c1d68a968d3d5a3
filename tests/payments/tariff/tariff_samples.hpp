// A canteen as a small commune fixes it, for the tests of tariffs.
#pragma once

#include "core/http/assets.hpp"
#include "core/view/catalogue.hpp"
#include "payments/tariff/tariff.hpp"

namespace clocher::test {

inline const view::Catalogue& french() {
  static const view::Catalogue catalogue(http::find_asset("locales/fr.json")->bytes, view::OnMissing::throws);
  return catalogue;
}

inline Date day(int year, unsigned month, unsigned number) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(number)};
}

// Three brackets for the commune, the second child cheaper in the first one; one price for the others.
inline payments::tariff::Grid canteen_grid(Date from) {
  using namespace payments::tariff;
  const Range low{0, 400};
  return {.from = from,
          .until = std::nullopt,
          .deliberation = {"2026-31", day(2026, 6, 12)},
          .lines = {{{Home::commune, low, Range{1, 1}}, Money{250}},
                    {{Home::commune, low, Range{2}}, Money{200}},
                    {{Home::commune, Range{401, 800}, std::nullopt}, Money{320}},
                    {{Home::commune, Range{801}, std::nullopt}, Money{410}},
                    {{Home::elsewhere, std::nullopt, std::nullopt}, Money{560}}}};
}

inline payments::tariff::Tariff canteen() {
  return {.name = "Cantine", .unit = "repas", .grids = {canteen_grid(day(2026, 9, 1))}};
}

}  // namespace clocher::test
