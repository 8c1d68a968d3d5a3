// A tariff with two prices, or none, for somebody on some day is refused, and the error says where.
#include "payments/tariff/check.hpp"

#include "payments/tariff/price.hpp"
#include "tests/payments/tariff/tariff_samples.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace clocher;
using namespace clocher::payments::tariff;
using test::canteen;
using test::canteen_grid;
using test::day;
using test::french;

namespace {

struct Refusal {
  std::string field;
  std::string text;
};

Refusal refusal_of(const Tariff& tariff) {
  const auto checked = check(tariff, french());
  if (checked) return {};
  const FieldError& error = checked.error().fields.at(0);
  return {error.field, french().text(error.key, error.arguments)};
}

}  // namespace

TEST_CASE("a grid in which everybody finds one price is accepted") {
  CHECK(check(canteen(), french()));
  Tariff single = canteen();
  single.grids[0].lines = {{{}, Money{500}}};
  CHECK(check(single, french()));
}

TEST_CASE("families for whom no price is written are named, with the whole range") {
  Tariff tariff = canteen();
  tariff.grids[0].lines.erase(tariff.grids[0].lines.begin() + 3);
  tariff.grids[0].lines.erase(tariff.grids[0].lines.begin() + 2);
  const Refusal refusal = refusal_of(tariff);
  CHECK(refusal.field == "grids.0");
  CHECK(refusal.text ==
        "Aucun prix n’est prévu pour\u00a0: habitants de la commune, quotient familial à partir de 401, 1er enfant. "
        "Ajoutez une ligne ou élargissez une tranche.");
}

TEST_CASE("a hole of one euro between two brackets is found") {
  Tariff tariff = canteen();
  tariff.grids[0].lines[2].who.quotient = Range{402, 800};
  CHECK(refusal_of(tariff).text.find("quotient familial de 401 à 401, 1er enfant") != std::string::npos);
}

TEST_CASE("two lines for the same families are named") {
  Tariff tariff = canteen();
  tariff.grids[0].lines[3].who.quotient = Range{800};
  const Refusal refusal = refusal_of(tariff);
  CHECK(refusal.field == "grids.0.lines.3");
  CHECK(refusal.text.starts_with(
      "Les lignes 3 et 4 donnent deux prix pour\u00a0: habitants de la commune, quotient familial de 800 à 800"));
}

TEST_CASE("a line for all overlaps with a line for some") {
  Tariff tariff = canteen();
  tariff.grids[0].lines.push_back({{std::nullopt, std::nullopt, Range{3}}, Money{100}});
  CHECK(refusal_of(tariff).field == "grids.0.lines.5");
}

TEST_CASE("numbers that mean nothing are refused where they stand") {
  const auto with = [](std::optional<Range> quotient, std::optional<Range> rank, Money price) {
    Tariff tariff = canteen();
    tariff.grids[0].lines[1] = {{Home::commune, quotient, rank}, price};
    return refusal_of(tariff);
  };
  CHECK(with(Range{-1, 400}, Range{2}, Money{200}).text.find("hors limites") != std::string::npos);
  CHECK(with(Range{0, 400}, Range{0}, Money{200}).text.find("hors limites") != std::string::npos);
  CHECK(with(Range{400, 300}, Range{2}, Money{200}).text.find("avant son début") != std::string::npos);
  CHECK(with(Range{0, 400}, Range{2}, Money{-1}).field == "grids.0.lines.1");
  CHECK(with(Range{0, 400}, Range{2}, Money{0}).field.empty());
}

TEST_CASE("a grid ends when the next begins, or on its own last day") {
  Tariff tariff = canteen();
  tariff.grids.push_back(canteen_grid(day(2027, 9, 1)));
  CHECK(check(tariff, french()));
  tariff.grids[0].until = day(2027, 8, 31);
  CHECK(check(tariff, french()));
}

TEST_CASE("two grids on one day are refused, and the day is said") {
  Tariff tariff = canteen();
  tariff.grids.insert(tariff.grids.begin(), canteen_grid(day(2027, 9, 1)));
  tariff.grids[1].until = day(2027, 9, 1);
  CHECK(refusal_of(tariff).field == "grids.0.from");
  CHECK(refusal_of(tariff).text == "Deux grilles valent le 1er septembre 2027. Terminez la précédente la veille.");
  tariff.grids[1] = tariff.grids[0];
  CHECK(refusal_of(tariff).text.starts_with("Deux grilles valent le 1er septembre 2027."));
}

TEST_CASE("days without a grid are refused, and allowed to a seasonal service") {
  Tariff tariff = canteen();
  tariff.grids.push_back(canteen_grid(day(2027, 9, 1)));
  tariff.grids[0].until = day(2027, 7, 2);
  CHECK(refusal_of(tariff).text ==
        "Aucune grille ne vaut du 3 juillet 2027 au 31 août 2027. Prolongez la précédente ou avancez celle-ci.");
  tariff.continuity = Continuity::by_season;
  CHECK(check(tariff, french()));
}

TEST_CASE("what is missing is asked for") {
  const auto field_without = [](auto take) {
    Tariff tariff = canteen();
    take(tariff);
    return refusal_of(tariff).field;
  };
  CHECK(field_without([](Tariff& t) { t.name = " "; }) == "name");
  CHECK(field_without([](Tariff& t) { t.unit.clear(); }) == "unit");
  CHECK(field_without([](Tariff& t) { t.grids.clear(); }) == "grids");
  CHECK(field_without([](Tariff& t) { t.grids[0].lines.clear(); }) == "grids.0.lines");
  CHECK(field_without([](Tariff& t) { t.grids[0].deliberation.number.clear(); }) == "grids.0.deliberation.number");
  CHECK(field_without([](Tariff& t) { t.grids[0].until = day(2026, 8, 31); }) == "grids.0.until");
  CHECK(field_without([](Tariff& t) { t.grids[0].lines.assign(most_lines + 1, {}); }) == "grids.0.lines");
}

TEST_CASE("in any grid that is accepted every family has exactly one price") {
  std::mt19937 random(20261124);
  const auto maybe_range = [&](int least, int most) -> std::optional<Range> {
    if (random() % 3 == 0) return std::nullopt;
    const int from = least + static_cast<int>(random() % static_cast<unsigned>(most));
    return random() % 2 ? Range{from} : Range{from, from + static_cast<int>(random() % 3)};
  };
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    Tariff tariff{.name = "Piscine", .unit = "entrée", .grids = {canteen_grid(day(2026, 9, 1))}};
    tariff.grids[0].lines.clear();
    for (unsigned line = 0; line <= random() % 3; ++line)
      tariff.grids[0].lines.push_back({{std::nullopt, maybe_range(0, 4), maybe_range(1, 3)}, Money{100}});
    const bool is_accepted = check(tariff, french()).has_value();
    bool is_right = true;
    for (int quotient = 0; quotient < 9; ++quotient)
      for (int rank = 1; rank < 8; ++rank) {
        const auto holds = [](const std::optional<Range>& range, int value) {
          return !range || (range->from <= value && value <= range->to.value_or(value));
        };
        const auto count = std::ranges::count_if(tariff.grids[0].lines, [&](const Line& line) {
          return holds(line.who.quotient, quotient) && holds(line.who.child_rank, rank);
        });
        is_right = is_right && count == 1;
      }
    CAPTURE(round);
    REQUIRE(is_accepted == is_right);
    accepted += is_accepted;
  }
  CHECK(accepted > 100);
}
