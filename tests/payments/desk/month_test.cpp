// Bordereaux, and the month for the comptable: equal to the ledger to the cent.
#include "payments/desk/month.hpp"

#include "payments/invariants.hpp"
#include "payments/ledger_hash.hpp"
#include "tests/payments/desk/desk_support.hpp"
#include "tests/payments/tariff/tariff_samples.hpp"

#include <random>

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::desk;
using test::OpenDesk;
using test::regisseur;

TEST_CASE("all cheques that wait go on one bordereau, once") {
  OpenDesk desk;
  const auto undone = desk.sell(Means::cheque, {9999});
  REQUIRE(correct_receipt(desk.world.tenant(), regisseur, undone->receipt.line.number, "Chèque non signé",
                          desk.world.now()));
  REQUIRE(desk.sell(Means::cheque, {1000}));
  REQUIRE(desk.sell(Means::cheque, {250}));
  const auto bordereau = desk.remit(Means::cheque);
  REQUIRE(bordereau);
  CHECK(bordereau->number == 1);
  CHECK(bordereau->amount == Money{1250});
  CHECK(bordereau->piece_count == 2);
  CHECK(desk.held(Means::cheque) == Money{});
  CHECK(desk.remit(Means::cheque).error().key == "bordereau.nothing");
  const auto receipts = desk.world.read([&](db::ReadTx& tx) { return receipts_of_bordereau(tx, bordereau->id); });
  REQUIRE(receipts.size() == 2);
  CHECK(correct_receipt(desk.world.tenant(), regisseur, receipts[0].line.number, "Trop tard", desk.world.now())
            .error()
            .key == "receipt.remitted");
}

TEST_CASE("vouchers are counted one by one, and bordereaux numbered in one row") {
  OpenDesk desk;
  REQUIRE(desk.sell(Means::cesu, {4000}));
  REQUIRE(desk.sell(Means::holiday_voucher, {2000}));
  CHECK(desk.remit(Means::cesu)->piece_count == 4);
  CHECK(desk.remit(Means::holiday_voucher)->number == 2);
}

TEST_CASE("cash is poured up to what the till holds") {
  OpenDesk desk;
  CHECK(desk.remit(Means::cash, {100}).error().key == "bordereau.nothing");
  REQUIRE(desk.sell(Means::cash, {5000}));
  CHECK(desk.remit(Means::cash, {5001}).error().fields.at(0).field == "amount");
  CHECK(desk.remit(Means::cash, {0}).error().fields.at(0).field == "amount");
  REQUIRE(desk.remit(Means::cash, {4000}));
  CHECK(desk.held(Means::cash) == Money{1000});
  CHECK(desk.remit(Means::card).error().fields.at(0).field == "means");
}

TEST_CASE("a bordereau that is asked for twice by one form is made once") {
  OpenDesk desk;
  REQUIRE(desk.sell(Means::cash, {5000}));
  const NewBordereau form{"formulaire-1", desk.regie.id, Means::cash, {1000}};
  const auto first = make_bordereau(desk.world.tenant(), regisseur, form, desk.world.now());
  const auto second = make_bordereau(desk.world.tenant(), regisseur, form, desk.world.now());
  REQUIRE(first);
  REQUIRE(second);
  CHECK(second->number == first->number);
  CHECK(desk.held(Means::cash) == Money{4000});
}

TEST_CASE("the month tells products by means, what was undone, poured and kept") {
  OpenDesk desk;
  REQUIRE(desk.sell(Means::cash, {5000}));
  const auto wrong = desk.sell(Means::cash, {700});
  REQUIRE(correct_receipt(desk.world.tenant(), regisseur, wrong->receipt.line.number, "Erreur", desk.world.now()));
  REQUIRE(desk.sell(Means::cheque, {1200}));
  REQUIRE(desk.remit(Means::cheque));
  const MonthFigures figures = desk.figures();
  REQUIRE(figures.rows.size() == 2);
  CHECK(figures.rows[0].means == Means::cash);
  CHECK(figures.rows[0].receipts == 2);
  CHECK(figures.rows[0].received == Money{5700});
  CHECK(figures.rows[0].undone == Money{700});
  CHECK(figures.total() == Money{6200});
  CHECK(figures.poured == Money{1200});
  CHECK(figures.held == std::map<Means, Money>{{Means::cash, {5000}}});
  CHECK(figures.first_receipt == 1);
  CHECK(figures.last_receipt == 3);
  CHECK_FALSE(figures.is_over);
}

TEST_CASE("the statement is equal to the cent to the lines of the ledger, whatever was done") {
  std::mt19937 random(20261124);
  OpenDesk desk;
  std::vector<std::int64_t> lines;
  const std::array means = {Means::cash, Means::cheque,          Means::card,
                            Means::cesu, Means::holiday_voucher, Means::transfer};
  for (int step = 0; step < 300; ++step) {
    const Means chosen = means.at(random() % means.size());
    if (random() % 6 == 0 && !lines.empty())
      static_cast<void>(correct_receipt(desk.world.tenant(), regisseur, lines.at(random() % lines.size()), "Erreur",
                                        desk.world.now()));
    else if (random() % 8 == 0)
      static_cast<void>(desk.remit(chosen, {1 + static_cast<std::int64_t>(random() % 3000)}));
    else if (const auto taken = desk.sell(chosen, {1 + static_cast<std::int64_t>(random() % 10'000)}))
      lines.push_back(taken->receipt.line.number);
  }
  const MonthFigures figures = desk.figures();
  const std::int64_t held = desk.world.read([](db::ReadTx& tx) {
    return tx.number(
        "SELECT SUM(CASE WHEN a.name = l.debit THEN l.amount_cents ELSE -l.amount_cents END) FROM ledger_line l "
        "JOIN ledger_account a ON a.name IN (l.debit, l.credit) WHERE a.nature = 'money'");
  });
  const std::int64_t income = desk.world.read([](db::ReadTx& tx) {
    return tx.number(
        "SELECT SUM(CASE WHEN l.credit IN ('sales', 'debtor') THEN l.amount_cents ELSE 0 END) - "
        "SUM(CASE WHEN l.debit IN ('sales', 'debtor') THEN l.amount_cents ELSE 0 END) FROM ledger_line l");
  });
  Money kept;
  for (const auto& [each, amount] : figures.held) kept = kept + amount;
  CHECK(desk.world.read([](db::ReadTx& tx) { return check_invariants(tx).size(); }) == 0);
  CHECK(desk.world.read([&](db::ReadTx& tx) { return verify_ledger(tx, desk.world.tenant().insee()).faults.size(); }) == 0);
  CHECK(figures.total().cents == held);
  CHECK(figures.total().cents == income);
  CHECK(figures.total() == figures.poured + kept);
  CHECK(figures.last_receipt == static_cast<std::int64_t>(lines.size()));
}

TEST_CASE("a statement is made when its month is over, once, and its figures stay") {
  OpenDesk desk;
  REQUIRE(desk.sell(Means::card, {5000}));
  CHECK(make_statement(desk.world.tenant(), regisseur, desk.regie.id, "2026-11", desk.world.now()).error().key ==
        "month.not_over");
  desk.world.world.clock.advance(10 * one_day);
  const auto made = make_statement(desk.world.tenant(), regisseur, desk.regie.id, "2026-11", desk.world.now());
  REQUIRE(made);
  CHECK(make_statement(desk.world.tenant(), regisseur, desk.regie.id, "2026-11", desk.world.now())->id == made->id);
  CHECK(desk.figures().total() == Money{5000});
  CHECK(desk.figures("2026-12").total() == Money{});
}

TEST_CASE("a month that cannot be is refused") {
  OpenDesk desk;
  for (const char* month : {"2026", "2026-13", "novembre", "2026-1", "1999-12", "2027-01"}) {
    CAPTURE(month);
    const auto figures =
        desk.world.read([&](db::ReadTx& tx) { return month_figures(tx, desk.regie.id, month, desk.world.now()); });
    CHECK(figures.error().fields.at(0).field == "month");
  }
  CHECK(desk.world.read([&](db::ReadTx& tx) { return month_figures(tx, Id<Regie>{99}, "2026-11", desk.world.now()); })
            .error()
            .kind == ErrorKind::not_found);
}

TEST_CASE("both files of the month open in a spreadsheet, and debits equal credits") {
  OpenDesk desk;
  REQUIRE(desk.take({.means = Means::cash, .amount = {123'450}, .product = "cantine", .label = "=SOMME(A1)"}));
  const MonthFigures figures = desk.figures();
  const std::string statement = month_csv(figures, test::french());
  CHECK(statement.find("\"Espèces\";\"1\";\"1234,50\";\"0,00\";\"1234,50\"") != std::string::npos);
  CHECK(statement.find("\"Total\"") != std::string::npos);
  const std::string entries = desk.world.read([&](db::ReadTx& tx) { return entries_csv(tx, figures, test::french()); });
  CHECK(entries.find("\"24/11/2026\"") != std::string::npos);
  CHECK(entries.find("\"'=SOMME(A1)\"") != std::string::npos);
  CHECK(entries.find("Leroy") == std::string::npos);
}
