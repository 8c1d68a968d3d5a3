// What a service costs: dated grids whose lines say for whom each price holds, and which deliberation fixed them.
#pragma once

#include "core/base/date.hpp"
#include "core/base/money.hpp"

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace clocher::payments::tariff {

enum class Home { commune, elsewhere };  // where the family lives

// Both ends included; without `to` it has no end.
struct Range {
  int from = 0;
  std::optional<int> to = std::nullopt;
  auto operator<=>(const Range&) const = default;
};

// What is nullopt makes no difference: the price holds for all.
struct Criteria {
  std::optional<Home> home = std::nullopt;
  std::optional<Range> quotient = std::nullopt;    // quotient familial in whole euros, as the CAF states it, from 0
  std::optional<Range> child_rank = std::nullopt;  // 1 is the first child of the family who uses the service
};

struct Line {
  Criteria who;
  Money price;
};

// Only the council fixes a tariff (CGCT L2121-29), unless it delegated it to the mayor (L2122-22, 2°).
struct Deliberation {
  std::string number;
  Date date;
};

// Holds from its first day until the day before the next grid begins, or until its own last day.
struct Grid {
  Date from;
  std::optional<Date> until = std::nullopt;
  Deliberation deliberation;
  std::vector<Line> lines;
};

enum class Continuity {
  all_year,   // a day without a grid between two others is a mistake
  by_season,  // a pool that is closed in winter
};

struct Tariff {
  std::string name;  // "Cantine"
  std::string unit;  // what one pays for: "repas"
  Continuity continuity = Continuity::all_year;
  std::vector<Grid> grids;
};

// What is known of a family. What is not known costs the highest bracket; the explanation says so.
struct Family {
  std::optional<Home> home = std::nullopt;
  std::optional<int> quotient = std::nullopt;
  int child_rank = 1;
};

inline constexpr std::size_t most_grids = 60;
inline constexpr std::size_t most_lines = 100;  // of one grid
inline constexpr int most_quotient = 99'999;
inline constexpr int most_rank = 20;
inline constexpr Money most_price{10'000'000};

}  // namespace clocher::payments::tariff
