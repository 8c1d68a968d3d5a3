// The price of a day, and the sentence that lets a family check it.
#include "payments/tariff/price.hpp"

#include "tests/payments/tariff/tariff_samples.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments::tariff;
using test::canteen;
using test::canteen_grid;
using test::day;
using test::french;

namespace {

Price price(const Family& family, Date on = day(2026, 10, 12)) {
  return price_on(on, canteen(), family, french()).value();
}

}  // namespace

TEST_CASE("the price follows home, quotient and rank of the child, bounds included") {
  CHECK(price({Home::commune, 0, 1}).amount == Money{250});
  CHECK(price({Home::commune, 400, 1}).amount == Money{250});
  CHECK(price({Home::commune, 400, 2}).amount == Money{200});
  CHECK(price({Home::commune, 400, 9}).amount == Money{200});
  CHECK(price({Home::commune, 401, 2}).amount == Money{320});
  CHECK(price({Home::commune, 100'000, 1}).amount == Money{410});
  CHECK(price({Home::elsewhere, 0, 2}).amount == Money{560});
}

TEST_CASE("the explanation names criteria, grid and deliberation") {
  CHECK(price({Home::commune, 612, 2}).why ==
        "3,20\u00a0€ par repas le 12 octobre 2026\u00a0: habitants de la commune, quotient familial de 401 à 800. "
        "Votre quotient familial est de "
        "612. Cette grille vaut depuis le 1er septembre 2026\u00a0; elle est fixée par la délibération 2026-31 du 12 "
        "juin 2026.");
}

TEST_CASE("what a family has not told costs the highest bracket, and it is said") {
  const Price unknown = price({Home::commune, std::nullopt, 1});
  CHECK(unknown.amount == Money{410});
  CHECK(unknown.why.find("Votre quotient familial n’est pas connu\u00a0: la tranche la plus élevée s’applique.") !=
        std::string::npos);
  const Price nowhere = price({std::nullopt, 100, 1});
  CHECK(nowhere.amount == Money{560});
  CHECK(nowhere.why.find("Votre commune n’est pas connue") != std::string::npos);
}

TEST_CASE("a quotient is not spoken of when no line asks for it") {
  Tariff single = canteen();
  single.grids[0].lines = {{{}, Money{500}}};
  const std::string why = price_on(day(2026, 9, 1), single, {}, french()).value().why;
  CHECK(why.find("tout le monde") != std::string::npos);
  CHECK(why.find("quotient") == std::string::npos);
  CHECK(why.find("commune") == std::string::npos);
}

TEST_CASE("each day has the grid that holds on it") {
  Tariff tariff = canteen();
  tariff.grids.insert(tariff.grids.begin(), canteen_grid(day(2027, 9, 1)));
  tariff.grids[0].until = day(2028, 8, 31);
  tariff.grids[0].lines = {{{}, Money{600}}};
  const auto grid_of = [&](Date on) { return price_on(on, tariff, {}, french()).value().grid; };
  CHECK(grid_of(day(2026, 9, 1)) == 1);
  CHECK(grid_of(day(2027, 8, 31)) == 1);
  CHECK(grid_of(day(2027, 9, 1)) == 0);
  CHECK(price_on(day(2028, 8, 31), tariff, {}, french()).value().why.find("du 1er septembre 2027 au 31 août 2028") !=
        std::string::npos);
  const auto before = price_on(day(2026, 8, 31), tariff, {}, french());
  const auto after = price_on(day(2028, 9, 1), tariff, {}, french());
  REQUIRE_FALSE(before);
  REQUIRE_FALSE(after);
  CHECK(french().text(before.error().key, before.error().arguments) ==
        "Aucune grille de tarifs ne vaut le 31 août 2026.");
}
