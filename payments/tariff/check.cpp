// Cuts each criterion where any line begins or ends: within one cell of the cuts all families pay the same, or it is a mistake.
#include "payments/tariff/check.hpp"

#include "core/base/text.hpp"
#include "payments/tariff/wording.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace clocher::payments::tariff {
namespace {

using Axis = std::optional<Range> Criteria::*;

Date next_day(Date date) { return Date(std::chrono::sys_days(date) + std::chrono::days(1)); }
Date day_before(Date date) { return Date(std::chrono::sys_days(date) - std::chrono::days(1)); }

std::string grid_field(std::size_t grid) { return "grids." + std::to_string(grid); }
std::string line_field(std::size_t grid, std::size_t line) {
  return grid_field(grid) + ".lines." + std::to_string(line);
}

Result<void> check_range(const std::optional<Range>& range, int least, int most, const std::string& field) {
  if (!range) return {};
  if (range->from < least || range->from > most || range->to.value_or(least) > most)
    return fail_field(field, "tariff.number_wrong");
  if (range->to && *range->to < range->from) return fail_field(field, "tariff.range_reversed");
  return {};
}

Result<void> check_line(const Line& line, const std::string& field) {
  if (line.price.cents < 0 || line.price > most_price) return fail_field(field, "tariff.price_wrong");
  if (auto good = check_range(line.who.quotient, 0, most_quotient, field); !good) return good;
  return check_range(line.who.child_rank, 1, most_rank, field);
}

// The parts into which all lines together cut a criterion; one nullopt when no line uses it.
std::vector<std::optional<Range>> cells_of(const Grid& grid, Axis axis, int least) {
  std::set<int> starts;
  for (const Line& line : grid.lines) {
    const std::optional<Range>& range = line.who.*axis;
    if (!range) continue;
    starts.insert({least, range->from});
    if (range->to) starts.insert(*range->to + 1);
  }
  if (starts.empty()) return {std::nullopt};
  std::vector<std::optional<Range>> cells;
  for (auto start = starts.begin(); start != starts.end(); ++start) {
    const auto next = std::next(start);
    cells.push_back(next == starts.end() ? Range{*start} : Range{*start, *next - 1});
  }
  return cells;
}

std::vector<std::optional<Home>> homes_of(const Grid& grid) {
  const bool matters = std::ranges::any_of(grid.lines, [](const Line& line) { return line.who.home.has_value(); });
  if (!matters) return {std::nullopt};
  return {Home::commune, Home::elsewhere};
}

bool holds_for(const std::optional<Range>& range, const std::optional<Range>& cell) {
  if (!range || !cell) return true;  // a line without the criterion holds for all; a cell without it is cut by no line
  return range->from <= cell->from && (!range->to || (cell->to && *cell->to <= *range->to));
}

bool holds_for(const Criteria& who, const Criteria& cell) {
  return (!who.home || who.home == cell.home) && holds_for(who.quotient, cell.quotient) &&
         holds_for(who.child_rank, cell.child_rank);
}

std::vector<std::size_t> lines_for(const Grid& grid, const Criteria& cell) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < grid.lines.size(); ++i)
    if (holds_for(grid.lines[i].who, cell)) found.push_back(i);
  return found;
}

// The same hole mostly goes on in the next brackets: said once, whole.
Criteria whole_hole(const Grid& grid, Criteria cell, const std::vector<std::optional<Range>>& quotients) {
  for (const auto& next : quotients) {
    if (!cell.quotient || !cell.quotient->to || !next || next->from != *cell.quotient->to + 1) continue;
    if (!lines_for(grid, {cell.home, next, cell.child_rank}).empty()) break;
    cell.quotient->to = next->to;
  }
  return cell;
}

Result<void> check_cells(const Grid& grid, std::size_t index, const view::Catalogue& catalogue) {
  const auto quotients = cells_of(grid, &Criteria::quotient, 0);
  const auto ranks = cells_of(grid, &Criteria::child_rank, 1);
  for (const auto& home : homes_of(grid)) {
    for (const auto& rank : ranks) {
      for (const auto& quotient : quotients) {
        const Criteria cell{home, quotient, rank};
        const auto lines = lines_for(grid, cell);
        if (lines.empty())
          return fail_field(grid_field(index), "tariff.hole",
                            {{"who", describe(whole_hole(grid, cell, quotients), catalogue)}});
        if (lines.size() > 1)
          return fail_field(line_field(index, lines[1]), "tariff.overlap",
                            {{"who", describe(cell, catalogue)},
                             {"first", std::to_string(lines[0] + 1)},
                             {"second", std::to_string(lines[1] + 1)}});
      }
    }
  }
  return {};
}

Result<void> check_grid(const Grid& grid, std::size_t index, const view::Catalogue& catalogue) {
  if (grid.until && *grid.until < grid.from) return fail_field(grid_field(index) + ".until", "tariff.grid_ends_before");
  if (trim(grid.deliberation.number).empty())
    return fail_field(grid_field(index) + ".deliberation.number", "tariff.deliberation_missing");
  if (grid.lines.empty()) return fail_field(grid_field(index) + ".lines", "tariff.no_line");
  if (grid.lines.size() > most_lines)
    return fail_field(grid_field(index) + ".lines", "tariff.too_many", {{"limit", std::to_string(most_lines)}});
  for (std::size_t i = 0; i < grid.lines.size(); ++i)
    if (auto good = check_line(grid.lines[i], line_field(index, i)); !good) return good;
  return check_cells(grid, index, catalogue);
}

Result<void> check_dates(const Tariff& tariff) {
  std::vector<std::size_t> order(tariff.grids.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return tariff.grids[i].from; });
  for (std::size_t i = 1; i < order.size(); ++i) {
    const Grid& before = tariff.grids[order[i - 1]];
    const Grid& after = tariff.grids[order[i]];
    const std::string field = grid_field(order[i]) + ".from";
    if (before.from == after.from || (before.until && *before.until >= after.from))
      return fail_field(field, "tariff.dates_overlap", {{"day", to_french(after.from)}});
    const bool is_open = before.until && next_day(*before.until) < after.from;
    if (is_open && tariff.continuity == Continuity::all_year)
      return fail_field(field, "tariff.dates_hole",
                        {{"from", to_french(next_day(*before.until))}, {"until", to_french(day_before(after.from))}});
  }
  return {};
}

}  // namespace

Result<void> check(const Tariff& tariff, const view::Catalogue& catalogue) {
  if (trim(tariff.name).empty()) return fail_field("name", "tariff.name_missing");
  if (trim(tariff.unit).empty()) return fail_field("unit", "tariff.unit_missing");
  if (tariff.grids.empty()) return fail_field("grids", "tariff.no_grid");
  if (tariff.grids.size() > most_grids)
    return fail_field("grids", "tariff.too_many", {{"limit", std::to_string(most_grids)}});
  for (std::size_t i = 0; i < tariff.grids.size(); ++i)
    if (auto good = check_grid(tariff.grids[i], i, catalogue); !good) return good;
  return check_dates(tariff);
}

}  // namespace clocher::payments::tariff
