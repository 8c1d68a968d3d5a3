// Grids as JSON: as they lie in their row, and as the API reads and tells them.
#pragma once

#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "payments/tariff/tariff.hpp"

#include <string_view>
#include <vector>

namespace clocher::payments::tariff {

// [{"from":"2026-09-01","until":null,"deliberation":{"number":"2026-31","date":"2026-06-12"},
//   "lines":[{"home":"commune"|"elsewhere"|null,"quotient":{"from":0,"to":400}|null,"child_rank":{"from":1,"to":null}|null,
//             "price_cents":250}]}]
[[nodiscard]] json::Array grids_json(const std::vector<Grid>& grids);

// Fails with one field error tariff.unreadable, on "grids.0.from" for instance; what the numbers mean is check()'s matter.
[[nodiscard]] Result<std::vector<Grid>> grids_of(const json::Array& array);

[[nodiscard]] std::string_view to_string(Continuity continuity);  // "all_year", "by_season"
[[nodiscard]] std::optional<Continuity> parse_continuity(std::string_view text);
[[nodiscard]] std::string_view to_string(Home home);  // "commune", "elsewhere"
[[nodiscard]] std::optional<Home> parse_home(std::string_view text);

}  // namespace clocher::payments::tariff
