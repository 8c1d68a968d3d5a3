// The day at the till: opened once, closed by counting, and an amount that is missing is explained.
#include "payments/desk/till_day.hpp"

#include "payments/desk/receipt.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::desk;
using test::MoneyWorld;
using test::regisseur;

namespace {

Result<TillDay> open(MoneyWorld& world, const Regie& regie, Money float_cash = {5000}) {
  return open_day(world.tenant(), regisseur, regie.id, float_cash, world.now());
}

Result<TillDay> close(MoneyWorld& world, const Regie& regie, std::vector<Pile> till, std::string remark = "") {
  return close_day(world.tenant(), regisseur, regie.id, {std::move(till), std::move(remark)}, world.now());
}

}  // namespace

TEST_CASE("a day is opened with its float and closed by counting the same") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto day = open(world, regie);
  REQUIRE(day);
  CHECK(day->day == "2026-11-24");
  CHECK(day->opened_by == "Paul Régis");
  const auto closed = close(world, regie, {{{2000}, 2}, {{500}, 2}});
  REQUIRE(closed);
  CHECK(closed->expected == Money{5000});
  CHECK(closed->counted == Money{5000});
  CHECK(closed->difference() == Money{});
  CHECK(closed->till.size() == 2);
  CHECK_FALSE(world.read([&](db::ReadTx& tx) { return find_open_day(tx, regie.id); }));
}

TEST_CASE("a till is not opened twice, and may be opened again after it was closed") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  REQUIRE(open(world, regie));
  const auto again = open(world, regie);
  REQUIRE_FALSE(again);
  CHECK(again.error().key == "till.is_open");
  CHECK(again.error().arguments.at("day") == "24 novembre 2026");
  REQUIRE(close(world, regie, {{{5000}, 1}}));
  CHECK(open(world, regie));
  CHECK(world.read([&](db::ReadTx& tx) { return list_days(tx, regie.id); }).size() == 2);
}

TEST_CASE("cash that is missing or too much is explained before the day is closed") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  REQUIRE(open(world, regie));
  const auto silent = close(world, regie, {{{2000}, 2}});
  REQUIRE_FALSE(silent);
  CHECK(silent.error().fields.at(0).field == "remark");
  CHECK(silent.error().fields.at(0).arguments.at("difference") == "-10,00\u00a0€");
  const auto explained = close(world, regie, {{{2000}, 2}}, "Un billet de 10 € manque.");
  REQUIRE(explained);
  CHECK(explained->difference() == Money{-1000});
  CHECK(explained->remark == "Un billet de 10 € manque.");
}

TEST_CASE("only euro coins and notes are counted, each once") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  REQUIRE(open(world, regie));
  for (const std::vector<Pile>& wrong :
       {std::vector<Pile>{{{300}, 1}}, {{{500}, -1}}, {{{500}, 1}, {{500}, 1}}, {{{500}, 10'001}}})
    CHECK(close(world, regie, wrong).error().fields.at(0).key == "till.pile");
}

TEST_CASE("another commune's régie, or one that is not there, is not found") {
  MoneyWorld world;
  CHECK(open_day(world.tenant(), regisseur, Id<Regie>{999}, {}, world.now()).error().kind == ErrorKind::not_found);
  CHECK(close_day(world.tenant(), regisseur, Id<Regie>{999}, {}, world.now()).error().kind == ErrorKind::not_found);
  const Regie regie = world.paying_regie();
  CHECK(close(world, regie, {}).error().key == "till.is_closed");
  CHECK(open(world, regie, {-1}).error().fields.at(0).field == "float_cash");
}

TEST_CASE("a closed day does not change any more, whoever tries") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto day = open(world, regie);
  REQUIRE(close(world, regie, {{{5000}, 1}}));
  CHECK_THROWS(world.write([&](db::Tx& tx) { tx.run("UPDATE till_day SET counted_cents = 1 WHERE id = ?", day->id); }));
  CHECK_THROWS(world.write([&](db::Tx& tx) { tx.run("DELETE FROM till_day"); }));
}
