// The ledger: it only grows, each line follows the last, receipts have no gap, what is wrong is named.
#include "payments/ledger.hpp"

#include "core/db/sqlite.hpp"
#include "payments/invariants.hpp"
#include "payments/ledger_hash.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

LedgerCheck check(MoneyWorld& world) {
  return world.read([&](db::ReadTx& tx) { return verify_ledger(tx, world.tenant().insee()); });
}

std::vector<Violation> violations(MoneyWorld& world) { return world.read(check_invariants); }

// What somebody with the file and a tool does: without the triggers.
void tamper(MoneyWorld& world, std::string_view statement) {
  world.write([&](db::Tx& tx) {
    tx.run_script(
        "DROP TRIGGER ledger_is_immutable; DROP TRIGGER ledger_stays; DROP TRIGGER payment_answer_is_immutable;");
    tx.run_script(statement);
  });
}

MoneyWorld& with_lines(MoneyWorld& world, int count) {
  const Regie regie = world.paying_regie();
  for (int i = 0; i < count; ++i) world.take_cash(world.debt(regie, {1000 + i}), {1000 + i});
  return world;
}

}  // namespace

TEST_CASE("a debt is paid when the ledger has received its amount, and not a cent before") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie(), {4250});
  CHECK(debt.state == DebtState::open);
  world.take_cash(debt, {4249});
  CHECK(world.again(debt).state == DebtState::partly_paid);
  CHECK(world.again(debt).remaining() == Money{1});
  world.take_cash(debt, {1});
  CHECK(world.again(debt).state == DebtState::paid);
  CHECK(world.again(debt).excess() == Money{});
  world.take_cash(debt, {500});
  CHECK(world.again(debt).excess() == Money{500});
  CHECK(violations(world).empty());
}

TEST_CASE("a line of the ledger is neither changed nor deleted") {
  MoneyWorld world;
  with_lines(world, 1);
  CHECK_THROWS_AS(world.write([](db::Tx& tx) { tx.run("UPDATE ledger_line SET amount_cents = 1"); }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(world.write([](db::Tx& tx) { tx.run("DELETE FROM ledger_line"); }), db::ConstraintViolation);
  CHECK(check(world).lines == 1);
}

TEST_CASE("receipts are numbered without gap in each régie and year") {
  MoneyWorld world;
  const Regie canteen = world.paying_regie("006382");
  const Regie pool = world.paying_regie("090909");
  const auto number = [&](const LedgerLine& line) {
    return world.read([&](db::ReadTx& tx) { return to_string(receipt_number(tx, line).value()); });
  };
  CHECK(number(world.take_cash(world.debt(canteen), {100})) == "R1-2026-000001");
  CHECK(number(world.take_cash(world.debt(pool), {100})) == "R2-2026-000001");
  CHECK(number(world.take_cash(world.debt(canteen), {100})) == "R1-2026-000002");
  world.world.clock.advance(40 * one_day);
  CHECK(number(world.take_cash(world.debt(canteen), {100})) == "R1-2027-000001");
  CHECK(violations(world).empty());
}

TEST_CASE("a receipt that failed leaves no gap") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  const Debt debt = world.debt(regie);
  world.take_cash(debt, {100});
  CHECK_THROWS_AS(world.write([&](db::Tx& tx) {
    append_line(tx, {.regie_id = regie.id, .debit = "cash", .credit = "sales", .amount = {5}}, world.now());
    throw db::ConstraintViolation("the deed failed after its line", 0);
  }),
                  db::ConstraintViolation);
  CHECK(world.take_cash(debt, {100}).receipt_number == 2);
  CHECK(check(world).faults.empty());
}

TEST_CASE("a receipt of a payment online needs the gateway's answer") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie());
  CHECK_THROWS_AS(world.write([&](db::Tx& tx) {
    append_line(tx,
                {.regie_id = debt.regie_id,
                 .debit = account::online,
                 .credit = account::debtor,
                 .amount = debt.amount,
                 .debt_id = debt.id,
                 .evidence_sha256 = std::string(64, 'a')},
                world.now());
  }),
                  db::ConstraintViolation);
}

TEST_CASE("a correction undoes one whole line, once") {
  MoneyWorld world;
  const Debt debt = world.debt(world.paying_regie());
  const LedgerLine line = world.take_cash(debt, debt.amount);
  const auto correct = [&](std::string_view why) {
    return world.write([&](db::Tx& tx) { return correct_line(tx, regisseur, line.number, why, world.now()); });
  };
  CHECK(correct(" ").error().fields.front().key == "ledger.why");
  const auto correction = correct("Chèque sans provision");
  REQUIRE(correction.has_value());
  CHECK(correction->debit == line.credit);
  CHECK(correction->corrects == line.number);
  CHECK_FALSE(correction->receipt_number.has_value());
  CHECK(world.again(debt).state == DebtState::open);
  CHECK(correct("encore").error().key == "ledger.is_corrected");
  CHECK(violations(world).empty());
  CHECK(check(world).faults.empty());
}

TEST_CASE("verification names the line whose content changed") {
  MoneyWorld world;
  with_lines(world, 5);
  CHECK(check(world).faults.empty());
  tamper(world, "UPDATE ledger_line SET amount_cents = 1 WHERE number = 3");
  const LedgerCheck found = check(world);
  REQUIRE(found.faults.size() == 1);
  CHECK(found.faults.front().line == 3);
  CHECK(found.faults.front().what == LedgerFault::What::content);
}

TEST_CASE("verification names the line after which lines are missing") {
  MoneyWorld world;
  with_lines(world, 5);
  tamper(world, "DELETE FROM ledger_line WHERE number = 3");
  const LedgerCheck found = check(world);
  REQUIRE(found.faults.size() == 2);  // the gap, and the line that does not follow
  CHECK(found.faults.at(0).what == LedgerFault::What::gap);
  CHECK(found.faults.at(0).line == 2);
  CHECK(found.faults.at(1).what == LedgerFault::What::chain);
  CHECK(found.faults.at(1).line == 4);
  CHECK_FALSE(violations(world).empty());
}

TEST_CASE("the last line cut off is missed by its receipt's debt") {
  MoneyWorld world;
  with_lines(world, 3);
  tamper(world, "DELETE FROM ledger_line WHERE number = 3");
  REQUIRE_FALSE(violations(world).empty());
  CHECK(violations(world).front().rule == "I6");
}

TEST_CASE("a chain that begins in another commune is refused") {
  MoneyWorld world;
  with_lines(world, 2);
  const auto found = world.read([](db::ReadTx& tx) { return verify_ledger(tx, second_insee); });
  REQUIRE_FALSE(found.faults.empty());
  CHECK(found.faults.front().line == 1);
}

TEST_CASE("the balance of an account is what came in less what went out") {
  MoneyWorld world;
  const Regie regie = world.paying_regie();
  world.take_cash(world.debt(regie, {300}), {300});
  world.write([&](db::Tx& tx) {
    append_line(tx,
                {.regie_id = regie.id,
                 .kind = LineKind::deposit,
                 .debit = account::comptable,
                 .credit = "cash",
                 .amount = {200}},
                world.now());
  });
  world.read([&](db::ReadTx& tx) {
    CHECK(balance(tx, regie.id, "cash") == Money{100});
    CHECK(balance(tx, regie.id, account::comptable) == Money{200});
    CHECK(balance(tx, regie.id, account::debtor) == Money{-300});
  });
}
