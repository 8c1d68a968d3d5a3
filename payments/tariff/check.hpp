// Refuses a tariff that would have two prices, or none, for somebody on some day.
#pragma once

#include "core/base/result.hpp"
#include "core/view/catalogue.hpp"
#include "payments/tariff/tariff.hpp"

namespace clocher::payments::tariff {

// Fails with one field error; the field is "name", "unit", "grids", "grids.1.from", "grids.1.lines.2"...
//   tariff.name_missing, tariff.unit_missing, tariff.no_grid, tariff.no_line, tariff.deliberation_missing
//   tariff.too_many {limit}, tariff.number_wrong, tariff.range_reversed, tariff.price_wrong
//   tariff.grid_ends_before
//   tariff.dates_overlap {day}       two grids hold on that day
//   tariff.dates_hole {from, until}  none holds between, unless the tariff is by season
//   tariff.hole {who}                nobody said what these families pay
//   tariff.overlap {who, first, second}  two lines, counted from 1, hold for them
[[nodiscard]] Result<void> check(const Tariff& tariff, const view::Catalogue& catalogue);

}  // namespace clocher::payments::tariff
