// Régies: what their act says, their account, the way from test to production.
#include "payments/regie_edit.hpp"

#include "core/db/sqlite.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

Regie new_regie(MoneyWorld& world) {
  return create_regie(world.tenant(), regisseur, canteen_text(), world.now()).value();
}

Result<Regie> give_account(MoneyWorld& world, const Regie& regie, RegieAccount account) {
  return save_account(world.tenant(), regisseur, regie.id, account, "platform key", world.now());
}

}  // namespace

TEST_CASE("a régie is kept as its act says, and numbered") {
  MoneyWorld world;
  const Regie first = new_regie(world);
  CHECK(first.number == 1);
  CHECK(new_regie(world).number == 2);
  CHECK(first.text.products.size() == 2);
  CHECK(first.find_product("eau")->budget_account == "70111");
  CHECK(first.allows(Means::cash));
  CHECK_FALSE(first.allows(Means::cesu));
  CHECK(first.text.members.front().name == "Paul Régis");
  CHECK_FALSE(takes_payments(first));
}

TEST_CASE("a régie names the field that is wrong") {
  MoneyWorld world;
  const auto refused = [&](auto change) {
    RegieText text = canteen_text();
    change(text);
    return create_regie(world.tenant(), regisseur, text, world.now()).error().fields.at(0).field;
  };
  CHECK(refused([](RegieText& t) { t.name = " "; }) == "name");
  CHECK(refused([](RegieText& t) { t.act_date = "14/03/2024"; }) == "act_date");
  CHECK(refused([](RegieText& t) { t.products.push_back({"cantine", "Encore"}); }) == "products");
  CHECK(refused([](RegieText& t) { t.products.push_back({"Cantine scolaire", "x"}); }) == "products");
  CHECK(refused([](RegieText& t) { t.members.push_back({MemberRole::regisseur, "Un second"}); }) == "members");
  CHECK(refused([](RegieText& t) { t.cash_ceiling = {-1}; }) == "cash_ceiling_cents");
}

TEST_CASE("a client number has six digits and belongs to one régie") {
  MoneyWorld world;
  const Regie regie = new_regie(world);
  CHECK(give_account(world, regie, {GatewayKind::payfip, "6382"}).error().fields.front().field == "account");
  CHECK(give_account(world, regie, {GatewayKind::payfip, "006382"}).has_value());
  CHECK(give_account(world, new_regie(world), {GatewayKind::payfip, "006382"}).error().key == "regie.account_taken");
}

TEST_CASE("a bank's key is sealed, and opens with the platform's key only") {
  MoneyWorld world;
  const auto regie = give_account(world, new_regie(world), {GatewayKind::systempay, "12345678", "clé-de-la-banque"});
  REQUIRE(regie.has_value());
  CHECK(regie->secret.find("banque") == std::string::npos);
  CHECK(open_secret(regie->secret, "platform key").value() == "clé-de-la-banque");
  CHECK(open_secret(regie->secret, "another key").error().key == "regie.secret_unreadable");
  CHECK(give_account(world, new_regie(world), {GatewayKind::systempay, "87654321"}).error().fields.front().field ==
        "secret");
}

TEST_CASE("production is reached by steps, with an account that was recognised") {
  MoneyWorld world;
  const Regie regie = give_account(world, new_regie(world), {GatewayKind::payfip, "006382"}).value();
  const auto change = [&](Mode mode) { return change_mode(world.tenant(), regisseur, regie.id, mode, world.now()); };
  CHECK(change(Mode::production).error().key == "regie.mode_step");
  CHECK(change(Mode::activation).error().key == "regie.not_checked");
  REQUIRE(note_recognised(world.tenant(), regisseur, regie, "REGIE PERISCOLAIRE", world.now()).has_value());
  CHECK(change(Mode::activation).has_value());
  CHECK(takes_payments(change(Mode::production).value()));
  CHECK(change(Mode::test).value().mode == Mode::test);
}

TEST_CASE("another account begins in test again, unrecognised") {
  MoneyWorld world;
  const Regie regie = world.paying_regie("006382");
  const auto changed = give_account(world, regie, {GatewayKind::payfip, "090909"});
  CHECK(changed.value().mode == Mode::test);
  CHECK_FALSE(changed.value().checked_at.has_value());
}

TEST_CASE("what was recognised for an account that changed meanwhile is not kept") {
  MoneyWorld world;
  const Regie asked = give_account(world, new_regie(world), {GatewayKind::payfip, "006382"}).value();
  REQUIRE(give_account(world, asked, {GatewayKind::payfip, "090909"}).has_value());
  CHECK_FALSE(note_recognised(world.tenant(), regisseur, asked, "X", world.now()).value().checked_at.has_value());
}

TEST_CASE("a régie is closed when nothing is owed to it, and never deleted") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const Debt debt = world.debt(regie);
  const auto close = [&] { return close_regie(world.tenant(), regisseur, regie.id, world.now()); };
  CHECK(close().error().key == "regie.has_debts");
  world.take_cash(debt, debt.amount);
  CHECK(close().value().closed_at.has_value());
  CHECK(close().error().key == "regie.is_closed");
  CHECK_THROWS_AS(world.write([](db::Tx& tx) { tx.run("DELETE FROM regie"); }), db::ConstraintViolation);
}
