// Debts: what may be owed to whom, once, and never changed afterwards.
#include "payments/debt.hpp"

#include "core/db/sqlite.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

NewDebt canteen_bill(const Regie& regie) {
  return {.regie_id = regie.id,
          .product = "cantine",
          .debtor = {.name = "Famille Leroy"},
          .object = "Cantine",
          .amount = {4250}};
}

}  // namespace

TEST_CASE("a debt names the field that is wrong") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const auto refused = [&](auto change) {
    NewDebt input = canteen_bill(regie);
    change(input);
    const auto answer = create_debt(world.tenant(), regisseur, input, world.now());
    return answer ? std::string("accepted") : answer.error().fields.at(0).field;
  };
  CHECK(refused([](NewDebt& d) { d.amount = {}; }) == "amount");
  CHECK(refused([](NewDebt& d) { d.amount = {-100}; }) == "amount");
  CHECK(refused([](NewDebt& d) { d.amount = {100'000'000}; }) == "amount");
  CHECK(refused([](NewDebt& d) { d.object = " \n "; }) == "object");
  CHECK(refused([](NewDebt& d) { d.debtor.email = "nobody"; }) == "debtor_email");
  CHECK(refused([](NewDebt& d) { d.due_on = "31/12/2026"; }) == "due_on");
  CHECK(refused([](NewDebt& d) { d.product = "piscine"; }) == "product");
  CHECK(refused([](NewDebt& d) { d.regie_id = {99}; }) == "regie_id");
  CHECK(refused([](NewDebt&) {}) == "accepted");
}

TEST_CASE("a product that was withdrawn is owed no more") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  RegieText text = canteen_text();
  text.products.erase(text.products.begin());
  REQUIRE(save_regie(world.tenant(), regisseur, regie.id, text, world.now()).has_value());
  const auto answer = create_debt(world.tenant(), regisseur, canteen_bill(regie), world.now());
  REQUIRE_FALSE(answer.has_value());
  CHECK(answer.error().fields.front().key == "debt.product");
}

TEST_CASE("the same origin is owed once") {
  MoneyWorld world;
  NewDebt input = canteen_bill(world.paying_regie());
  input.origin = DebtOrigin::procedure;
  input.origin_key = "dossier:12";
  const auto first = create_debt(world.tenant(), regisseur, input, world.now());
  input.amount = {1};
  const auto second = create_debt(world.tenant(), regisseur, input, world.now());
  CHECK(second.value().id == first.value().id);
  CHECK(second.value().amount == Money{4250});
}

TEST_CASE("what is owed never changes, and is not deleted") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie());
  for (const db::Sql each : {db::Sql("UPDATE debt SET amount_cents = 1"),
                             db::Sql("UPDATE debt SET reference = 'ABCDEFGH'"), db::Sql("DELETE FROM debt")}) {
    CHECK_THROWS_AS(world.write([&](db::Tx& tx) { tx.run(each); }), db::ConstraintViolation);
  }
  CHECK(world.again(debt).amount == debt.amount);
}

TEST_CASE("a debt is cancelled with a reason, unless money came") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const Debt debt = world.debt(regie);
  CHECK(cancel_debt(world.tenant(), regisseur, debt.id, "", world.now()).error().fields.front().key == "debt.why");
  CHECK(cancel_debt(world.tenant(), regisseur, debt.id, "Facture en double", world.now()).value().state ==
        DebtState::cancelled);
  CHECK(cancel_debt(world.tenant(), regisseur, debt.id, "encore", world.now()).error().key == "debt.is_cancelled");
  const Debt paid = world.debt(regie);
  world.take_cash(paid, {1});
  CHECK(cancel_debt(world.tenant(), regisseur, paid.id, "trop tard", world.now()).error().key == "debt.has_money");
  CHECK(cancel_debt(world.tenant(), regisseur, {999}, "rien", world.now()).error().key == "debt.not_found");
}

TEST_CASE("debts are found by name, by object, by state, with signs of a pattern taken as they are") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const Debt debt = world.debt(regie);
  const auto count = [&](DebtFilter filter) {
    return world.read([&](db::ReadTx& tx) { return list_debts(tx, filter).size(); });
  };
  CHECK(count({}) == 1);
  CHECK(count({.text = "leroy"}) == 1);
  CHECK(count({.text = debt.reference.substr(2, 6)}) == 1);
  CHECK(count({.text = "%"}) == 0);
  CHECK(count({.state = DebtState::paid}) == 0);
  CHECK(count({.regie_id = Id<Regie>{9}}) == 0);
  CHECK(count({.only_excess = true}) == 0);
  world.take_cash(debt, {5000});
  CHECK(count({.only_excess = true}) == 1);
  CHECK(count({.state = DebtState::paid}) == 1);
}
