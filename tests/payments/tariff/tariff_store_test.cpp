// Tariffs as they are kept: whole, one version after the other, for products of the act only.
#include "payments/tariff/tariff_store.hpp"

#include "payments/tariff/price.hpp"
#include "payments/tariff/tariff_json.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/payments/tariff/tariff_samples.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::tariff;
using test::canteen;
using test::french;
using test::MoneyWorld;
using test::regisseur;

namespace {

Result<StoredTariff> create(MoneyWorld& world, const Regie& regie, const TariffEdit& edit) {
  return create_tariff(world.tenant(), regisseur, regie.id, edit, french(), world.now());
}

}  // namespace

TEST_CASE("a tariff comes back as it was written, and prices the same") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto stored = create(world, regie, {"cantine", canteen()});
  REQUIRE(stored);
  CHECK(json::serialize(grids_json(stored->tariff.grids)) == json::serialize(grids_json(canteen().grids)));
  CHECK(price_on(test::day(2026, 10, 1), stored->tariff, {Home::commune, 612, 1}, french())->amount == Money{320});
  CHECK(world.read([&](db::ReadTx& tx) { return list_tariffs(tx, regie.id); }).size() == 1);
}

TEST_CASE("a tariff that is wrong, or of a product that the act does not name, is not kept") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  Tariff holed = canteen();
  holed.grids[0].lines.pop_back();
  CHECK(create(world, regie, {"cantine", holed}).error().fields.at(0).key == "tariff.hole");
  CHECK(create(world, regie, {"piscine", canteen()}).error().fields.at(0).field == "product");
  Tariff named = canteen();
  named.name = std::string(121, 'a');
  CHECK(create(world, regie, {"cantine", named}).error().fields.at(0).field == "name");
  CHECK(world.read([&](db::ReadTx& tx) { return list_tariffs(tx, regie.id); }).empty());
}

TEST_CASE("of two agents who change a tariff the second is told") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto stored = create(world, regie, {"cantine", canteen()});
  Tariff renamed = canteen();
  renamed.name = "Cantine de l’école";
  REQUIRE(save_tariff(world.tenant(), regisseur, stored->id, {"cantine", renamed}, 1, french(), world.now()));
  CHECK(save_tariff(world.tenant(), regisseur, stored->id, {"cantine", canteen()}, 1, french(), world.now())
            .error()
            .key == "tariff.stale");
  CHECK(save_tariff(world.tenant(), regisseur, Id<StoredTariff>{99}, {"cantine", canteen()}, 1, french(), world.now())
            .error()
            .kind == ErrorKind::not_found);
}

TEST_CASE("a tariff that is withdrawn changes no more") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto stored = create(world, regie, {"cantine", canteen()});
  REQUIRE(withdraw_tariff(world.tenant(), regisseur, stored->id, world.now()));
  CHECK(withdraw_tariff(world.tenant(), regisseur, stored->id, world.now()).error().key == "tariff.withdrawn");
  CHECK(save_tariff(world.tenant(), regisseur, stored->id, {"cantine", canteen()}, 2, french(), world.now())
            .error()
            .key == "tariff.withdrawn");
}

TEST_CASE("grids that are not as described are refused where they differ") {
  const auto field_of = [](std::string_view text) {
    const json::Value value = json::parse_trusted(text);
    return grids_of(value.as_array()).error().fields.at(0).field;
  };
  const std::string good =
      R"({"from":"2026-09-01","until":null,"deliberation":{"number":"1","date":"2026-06-12"},"lines":[LINE]})";
  const auto line_field = [&](std::string_view line) {
    std::string grid = good;
    return field_of("[" + grid.replace(grid.find("LINE"), 4, line) + "]");
  };
  CHECK(field_of("[1]") == "grids.0");
  CHECK(field_of(R"([{"from":"demain"}])") == "grids.0.from");
  CHECK(field_of(R"([{"from":"2026-09-01","until":"x"}])") == "grids.0.until");
  CHECK(line_field(R"({"home":null,"quotient":null,"child_rank":null,"price_cents":"2,50"})") == "grids.0.lines.0");
  CHECK(line_field(R"({"home":"mars","quotient":null,"child_rank":null,"price_cents":250})") == "grids.0.lines.0");
  CHECK(line_field(R"({"home":null,"quotient":{"from":1e300,"to":null},"child_rank":null,"price_cents":250})") ==
        "grids.0.lines.0");
  CHECK(line_field(R"({"home":null,"quotient":null,"price_cents":250})") == "grids.0.lines.0");
}
