// The price of one day for one family, and why, in words that the family can check.
#pragma once

#include "core/base/result.hpp"
#include "core/view/catalogue.hpp"
#include "payments/tariff/tariff.hpp"

#include <cstddef>
#include <string>

namespace clocher::payments::tariff {

struct Price {
  Money amount;
  std::size_t grid = 0;  // in Tariff::grids
  std::size_t line = 0;  // in Grid::lines
  std::string why;       // French, whole sentences: criteria, grid, deliberation, what was not known
};

// Of a tariff that check() accepted. Fails (not_found) with tariff.no_price {day} when no grid holds on that day.
[[nodiscard]] Result<Price> price_on(Date day, const Tariff& tariff, const Family& family,
                                     const view::Catalogue& catalogue);

}  // namespace clocher::payments::tariff
