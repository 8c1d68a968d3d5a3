// Finds the grid of the day, then the one line that holds for the family.
#include "payments/tariff/price.hpp"

#include "payments/tariff/wording.hpp"

#include <algorithm>
#include <stdexcept>

namespace clocher::payments::tariff {
namespace {

// The latest that has begun; it may have ended.
std::optional<std::size_t> grid_on(Date day, const Tariff& tariff) {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < tariff.grids.size(); ++i) {
    const Grid& grid = tariff.grids[i];
    if (grid.from <= day && (!found || tariff.grids[*found].from < grid.from)) found = i;
  }
  if (found && tariff.grids[*found].until.value_or(day) < day) return std::nullopt;
  return found;
}

bool contains(const std::optional<Range>& range, int value) {
  return !range || (range->from <= value && value <= range->to.value_or(value));
}

// The highest bracket is the one without an end: check() has seen to it that there is one.
bool holds_for(const Criteria& who, const Family& family) {
  return (!who.home || *who.home == family.home.value_or(Home::elsewhere)) &&
         contains(who.quotient, family.quotient.value_or(most_quotient)) && contains(who.child_rank, family.child_rank);
}

bool depends_on_quotient(const Grid& grid) {
  return std::ranges::any_of(grid.lines, [](const Line& line) { return line.who.quotient.has_value(); });
}

bool depends_on_home(const Grid& grid) {
  return std::ranges::any_of(grid.lines, [](const Line& line) { return line.who.home.has_value(); });
}

std::string explain(const Line& line, const Grid& grid, const Tariff& tariff, Date day, const Family& family,
                    const view::Catalogue& catalogue) {
  std::string why = catalogue.text("tariff.why", {{"price", format_french(line.price)},
                                                  {"unit", tariff.unit},
                                                  {"day", to_french(day)},
                                                  {"who", describe(line.who, catalogue)}});
  if (depends_on_home(grid) && !family.home) why += " " + catalogue.text("tariff.why.no_home");
  if (depends_on_quotient(grid))
    why +=
        " " + (family.quotient ? catalogue.text("tariff.why.quotient", {{"quotient", std::to_string(*family.quotient)}})
                               : catalogue.text("tariff.why.no_quotient"));
  return why + " " +
         catalogue.text("tariff.why.grid", {{"valid", describe(grid.from, grid.until, catalogue)},
                                            {"number", grid.deliberation.number},
                                            {"date", to_french(grid.deliberation.date)}});
}

}  // namespace

Result<Price> price_on(Date day, const Tariff& tariff, const Family& family, const view::Catalogue& catalogue) {
  const auto index = grid_on(day, tariff);
  if (!index) return fail(ErrorKind::not_found, "tariff.no_price", {{"day", to_french(day)}});
  const Grid& grid = tariff.grids[*index];
  const auto line = std::ranges::find_if(grid.lines, [&](const Line& each) { return holds_for(each.who, family); });
  if (line == grid.lines.end()) throw std::logic_error("tariff: a grid with a hole was never checked");
  return Price{.amount = line->price,
               .grid = *index,
               .line = static_cast<std::size_t>(line - grid.lines.begin()),
               .why = explain(*line, grid, tariff, day, family, catalogue)};
}

}  // namespace clocher::payments::tariff
