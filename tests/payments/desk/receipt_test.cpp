// Money at the counter: only what the founding act allows, only in an open day, each form once, numbers without gaps.
#include "payments/desk/receipt.hpp"

#include "tests/payments/desk/desk_support.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::desk;
using test::OpenDesk;
using test::regisseur;

TEST_CASE("a sale at the counter is a numbered receipt and a line of the ledger") {
  OpenDesk desk;
  const auto taken = desk.take({.request_key = "essai-premier",
                                .means = Means::cash,
                                .amount = {750},
                                .product = "cantine",
                                .label = "2 repas",
                                .payer = "Mme Leroy"});
  REQUIRE(taken);
  CHECK(taken->receipt.number == "R" + std::to_string(desk.regie.number) + "-2026-000001");
  CHECK(taken->receipt.line.debit == "cash");
  CHECK(taken->receipt.line.credit == "sales");
  CHECK(taken->receipt.payer == "Mme Leroy");
  CHECK(taken->receipt.line.label == "2 repas");
  CHECK_FALSE(taken->is_over_ceiling);
  CHECK(desk.held(Means::cash) == Money{750});
}

TEST_CASE("a debt is paid at the counter, in parts too, never beyond what is owed") {
  OpenDesk desk;
  const Debt debt = desk.world.debt(desk.regie, {4250});
  REQUIRE(desk.take({.means = Means::cash, .amount = {1000}, .debt_id = debt.id}));
  CHECK(desk.world.again(debt).state == DebtState::partly_paid);
  const auto more = desk.take({.means = Means::cash, .amount = {3251}, .debt_id = debt.id});
  REQUIRE_FALSE(more);
  CHECK(more.error().key == "receipt.more_than_owed");
  CHECK(more.error().arguments.at("remaining") == "32,50\u00a0€");
  const auto rest = desk.take({.means = Means::card, .amount = {3250}, .debt_id = debt.id, .product = "eau"});
  REQUIRE(rest);
  CHECK(rest->receipt.line.product == debt.product);
  CHECK(rest->receipt.debt_reference == debt.reference);
  CHECK(desk.world.again(debt).state == DebtState::paid);
}

TEST_CASE("a form that is sent twice makes one receipt") {
  OpenDesk desk;
  const NewReceipt form{.request_key = "formulaire-1", .means = Means::cash, .amount = {750}, .product = "cantine"};
  const auto first = desk.take(form);
  const auto second = desk.take(form);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(second->receipt.line.number == first->receipt.line.number);
  CHECK(desk.held(Means::cash) == Money{750});
}

TEST_CASE("nothing is taken before the day is open, nor in a day that has passed") {
  OpenDesk desk;
  desk.world.world.clock.advance(one_day);
  const auto late = desk.sell(Means::cash, {100});
  REQUIRE_FALSE(late);
  CHECK(late.error().key == "till.day_passed");
  CHECK(late.error().arguments.at("day") == "24 novembre 2026");
  REQUIRE(close_day(desk.world.tenant(), regisseur, desk.regie.id, {{{{5000}, 1}}}, desk.world.now()));
  CHECK(desk.sell(Means::cash, {100}).error().key == "till.is_closed");
}

TEST_CASE("only what the founding act allows is taken") {
  OpenDesk desk;
  CHECK(desk.take({.means = Means::cash, .amount = {100}, .product = "piscine"}).error().fields.at(0).key ==
        "receipt.product");
  CHECK(desk.sell(Means::online, {100}).error().key == "receipt.means_forbidden");
  RegieText text = desk.regie.text;
  std::erase(text.means, Means::cesu);
  REQUIRE(save_regie(desk.world.tenant(), regisseur, desk.regie.id, text, desk.world.now()));
  CHECK(desk.sell(Means::cesu, {100}).error().key == "receipt.means_forbidden");
}

TEST_CASE("a debt of another régie, or one that was cancelled, is not paid here") {
  OpenDesk desk;
  const Regie other = desk.world.paying_regie("006383");
  const Debt foreign = desk.world.debt(other);
  CHECK(desk.take({.means = Means::cash, .amount = {100}, .debt_id = foreign.id}).error().kind == ErrorKind::not_found);
  const Debt debt = desk.world.debt(desk.regie);
  REQUIRE(cancel_debt(desk.world.tenant(), regisseur, debt.id, "Erreur de facturation", desk.world.now()));
  CHECK(desk.take({.means = Means::cash, .amount = {100}, .debt_id = debt.id}).error().key == "receipt.debt_cancelled");
}

TEST_CASE("every mistake of the form is told at its field") {
  OpenDesk desk;
  const auto refused = desk.take({.request_key = "court",
                                  .means = Means::cheque,
                                  .amount = {0},
                                  .product = "cantine",
                                  .payer = std::string(121, 'a')});
  REQUIRE_FALSE(refused);
  std::string fields;
  for (const FieldError& error : refused.error().fields) fields += error.field + " ";
  CHECK(fields == "request_key amount document payer ");
  CHECK(desk.take({.means = Means::cesu, .amount = {100}, .product = "cantine"}).error().fields.at(0).field ==
        "piece_count");
}

TEST_CASE("cash beyond the ceiling of the act is taken, and said") {
  OpenDesk desk;
  RegieText text = desk.regie.text;
  text.cash_ceiling = {1000};
  REQUIRE(save_regie(desk.world.tenant(), regisseur, desk.regie.id, text, desk.world.now()));
  CHECK_FALSE(desk.sell(Means::cash, {1000})->is_over_ceiling);
  CHECK(desk.sell(Means::cash, {1})->is_over_ceiling);
  REQUIRE(desk.remit(Means::cash, {1}));
  CHECK_FALSE(desk.sell(Means::cheque, {5000})->is_over_ceiling);
}

TEST_CASE("a receipt is undone by a line of its own, and its number stays used") {
  OpenDesk desk;
  const Debt debt = desk.world.debt(desk.regie, {4250});
  const auto taken = desk.take({.means = Means::cash, .amount = {4250}, .debt_id = debt.id});
  REQUIRE(taken);
  const auto undone = correct_receipt(desk.world.tenant(), regisseur, taken->receipt.line.number, "Erreur de montant",
                                      desk.world.now());
  REQUIRE(undone);
  CHECK(undone->corrected == "Erreur de montant");
  CHECK(desk.world.again(debt).state == DebtState::open);
  CHECK(desk.held(Means::cash) == Money{});
  CHECK(correct_receipt(desk.world.tenant(), regisseur, taken->receipt.line.number, "Encore", desk.world.now())
            .error()
            .key == "ledger.is_corrected");
  CHECK(desk.sell(Means::cash, {100})->receipt.number.ends_with("-000002"));
  CHECK(correct_receipt(desk.world.tenant(), regisseur, 999, "Non", desk.world.now()).error().kind ==
        ErrorKind::not_found);
}

TEST_CASE("the receipts of a day are listed, newest first") {
  OpenDesk desk;
  REQUIRE(desk.sell(Means::cash, {100}));
  const auto last = desk.sell(Means::cheque, {200});
  const auto receipts = desk.world.read([&](db::ReadTx& tx) { return receipts_of_day(tx, last->receipt.till_day_id); });
  REQUIRE(receipts.size() == 2);
  CHECK(receipts[0].document == "0001234");
  CHECK(receipts[1].line.amount == Money{100});
}
