// Reads strictly: a property that is missing or of another type is an error, never a default.
#include "payments/tariff/tariff_json.hpp"

#include "core/base/text.hpp"

#include <limits>

namespace clocher::payments::tariff {
namespace {

constexpr std::size_t longest_number = 60;

json::Value range_json(const std::optional<Range>& range) {
  if (!range) return nullptr;
  return json::Object{{"from", range->from}, {"to", range->to ? json::Value(*range->to) : json::Value(nullptr)}};
}

json::Object line_json(const Line& line) {
  return {{"home", line.who.home ? json::Value(std::string(to_string(*line.who.home))) : json::Value(nullptr)},
          {"quotient", range_json(line.who.quotient)},
          {"child_rank", range_json(line.who.child_rank)},
          {"price_cents", line.price.cents}};
}

Failure unreadable(const std::string& field) { return fail_field(field, "tariff.unreadable"); }

const json::Value* find(const json::Object& object, std::string_view name) { return object.if_contains(name); }

std::optional<int> integer(const json::Value* value) {
  if (value == nullptr || !value->is_int64()) return std::nullopt;
  const std::int64_t number = value->as_int64();
  if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) return std::nullopt;
  return static_cast<int>(number);
}

Result<std::optional<Range>> read_range(const json::Object& line, std::string_view name, const std::string& field) {
  const json::Value* value = find(line, name);
  if (value == nullptr) return unreadable(field);
  if (value->is_null()) return std::nullopt;
  if (!value->is_object()) return unreadable(field);
  const auto from = integer(find(value->as_object(), "from"));
  const json::Value* to = find(value->as_object(), "to");
  if (!from || to == nullptr) return unreadable(field);
  if (to->is_null()) return Range{*from};
  const auto end = integer(to);
  if (!end) return unreadable(field);
  return Range{*from, *end};
}

Result<Line> read_line(const json::Value& value, const std::string& field) {
  if (!value.is_object()) return unreadable(field);
  const json::Object& object = value.as_object();
  const json::Value* home = find(object, "home");
  const auto price = json::find_integer(object, "price_cents");
  if (home == nullptr || (!home->is_null() && !home->is_string()) || !price) return unreadable(field);
  Line line;
  line.price = {*price};
  if (home->is_string()) {
    line.who.home = parse_home(json::string_or(object, "home"));
    if (!line.who.home) return unreadable(field);
  }
  const auto quotient = read_range(object, "quotient", field);
  if (!quotient) return fail(quotient.error());
  const auto rank = read_range(object, "child_rank", field);
  if (!rank) return fail(rank.error());
  line.who.quotient = *quotient;
  line.who.child_rank = *rank;
  return line;
}

Result<Grid> read_grid(const json::Value& value, const std::string& field) {
  if (!value.is_object()) return unreadable(field);
  const json::Object& object = value.as_object();
  const auto from = parse_iso_date(json::string_or(object, "from"));
  if (!from) return unreadable(field + ".from");
  const json::Value* until = find(object, "until");
  const auto end = parse_iso_date(json::string_or(object, "until"));
  if (until == nullptr || (!until->is_null() && !end)) return unreadable(field + ".until");
  const json::Object* deliberation = json::find_object(object, "deliberation");
  if (deliberation == nullptr) return unreadable(field + ".deliberation");
  const auto date = parse_iso_date(json::string_or(*deliberation, "date"));
  if (!date) return unreadable(field + ".deliberation.date");
  const std::string number = one_line(json::string_or(*deliberation, "number"));
  if (length_in_characters(number) > longest_number) return unreadable(field + ".deliberation.number");
  const json::Array* lines = json::find_array(object, "lines");
  if (lines == nullptr || lines->size() > most_lines) return unreadable(field + ".lines");
  Grid grid{.from = *from, .until = end, .deliberation = {std::string(trim(number)), *date}, .lines = {}};
  for (std::size_t i = 0; i < lines->size(); ++i) {
    const auto line = read_line((*lines)[i], field + ".lines." + std::to_string(i));
    if (!line) return fail(line.error());
    grid.lines.push_back(*line);
  }
  return grid;
}

}  // namespace

json::Array grids_json(const std::vector<Grid>& grids) {
  json::Array list;
  for (const Grid& grid : grids) {
    json::Array lines;
    for (const Line& line : grid.lines) lines.push_back(line_json(line));
    list.push_back(json::Object{
        {"from", to_iso(grid.from)},
        {"until", grid.until ? json::Value(to_iso(*grid.until)) : json::Value(nullptr)},
        {"deliberation", json::Object{{"number", grid.deliberation.number}, {"date", to_iso(grid.deliberation.date)}}},
        {"lines", std::move(lines)}});
  }
  return list;
}

Result<std::vector<Grid>> grids_of(const json::Array& array) {
  if (array.size() > most_grids) return unreadable("grids");
  std::vector<Grid> grids;
  for (std::size_t i = 0; i < array.size(); ++i) {
    auto grid = read_grid(array[i], "grids." + std::to_string(i));
    if (!grid) return fail(grid.error());
    grids.push_back(std::move(*grid));
  }
  return grids;
}

std::string_view to_string(Continuity continuity) {
  return continuity == Continuity::all_year ? "all_year" : "by_season";
}

std::optional<Continuity> parse_continuity(std::string_view text) {
  if (text == "all_year") return Continuity::all_year;
  if (text == "by_season") return Continuity::by_season;
  return std::nullopt;
}

std::string_view to_string(Home home) { return home == Home::commune ? "commune" : "elsewhere"; }

std::optional<Home> parse_home(std::string_view text) {
  if (text == "commune") return Home::commune;
  if (text == "elsewhere") return Home::elsewhere;
  return std::nullopt;
}

}  // namespace clocher::payments::tariff
