// Statements of a commune: each line once, pairs kept, discrepancies open until they are explained.
#include "payments/reconcile/discrepancy.hpp"

#include "core/base/date.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

#include <chrono>

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::reconcile;
using test::MoneyWorld;
using test::regisseur;

namespace {

struct Desk {
  // A payment online as it lies on the disk when it has ended.
  std::int64_t pay(std::string_view reference, std::int64_t cents, std::string_view day,
                   std::string_view state = "paid") {
    const Debt debt = world.debt(regie, {cents});
    const Instant at = to_instant({parse_iso_date(day).value(), 11, 18});
    return world.write([&](db::Tx& tx) {
      return tx.insert(
          "INSERT INTO payment_attempt (debt_id, regie_id, gateway, account, mode, reference, amount_cents, email, "
          "return_key, state, "
          "gateway_id, started_at, settled_at, paid_cents, paid_at) VALUES (?1, ?2, 'payfip', '006382', 'production', "
          "?3, ?4, '', ?5, ?6, "
          "?5, ?7, ?7, ?8, ?7)",
          debt.id, regie.id, reference, cents, std::string(reference) + "-" + std::to_string(++keys), state, at,
          state == "paid" ? std::optional(cents) : std::nullopt);
    });
  }

  Result<ImportAnswer> import(const std::string& lines) {
    return import_statement(world.tenant(), regisseur,
                            {regie.id, "releve.csv", "EN-TETE;006382\n" + lines + "PIED-DE-PAGE\n"}, world.now());
  }

  std::string open() {
    std::string text;
    for (const Discrepancy& each :
         world.read([&](db::ReadTx& tx) { return list_discrepancies(tx, regie.id, Which::open); }))
      text += (text.empty() ? "" : " ") + std::string(to_string(each.finding)) + ":" + each.reference;
    return text;
  }

  Comparison compare_again() {
    return world.write([&](db::Tx& tx) { return compare(tx, regie.id, world.now()); });
  }

  MoneyWorld world;
  Regie regie = world.paying_regie();
  int keys = 0;
};

}  // namespace

TEST_CASE("a statement is imported, matched, and its differences kept") {
  Desk desk;
  desk.pay("26A000000001", 1250, "2026-11-10");
  desk.pay("26A000000002", 800, "2026-11-10");
  const auto answer = desk.import("LIGNE;10/11/2026;26A000000001;12,50\nLIGNE;20/11/2026;26A000000009;3,00\n");
  REQUIRE(answer);
  CHECK(answer->statement.line_count == 2);
  CHECK(answer->statement.total == Money{1550});
  CHECK(answer->comparison.matched == 1);
  CHECK(answer->comparison.found == 2);
  CHECK(desk.open() == "theirs_only:26A000000009 ours_only:26A000000002");
}

TEST_CASE("comparing again changes nothing") {
  Desk desk;
  desk.pay("26A000000002", 800, "2026-11-10");
  REQUIRE(desk.import("LIGNE;20/11/2026;26A000000009;3,00\n"));
  const Comparison again = desk.compare_again();
  CHECK(again.found == 0);
  CHECK(again.settled == 0);
  CHECK(desk.open() == "theirs_only:26A000000009");
}

TEST_CASE("what happened before the first statement is not missed") {
  Desk desk;
  desk.pay("26A000000002", 800, "2026-11-10");
  desk.pay("26A000000003", 800, "2026-11-13");
  REQUIRE(desk.import("LIGNE;12/11/2026;26A000000001;1,00\nLIGNE;20/11/2026;26A000000001;1,00\n"));
  CHECK(desk.open().find("26A000000002") == std::string::npos);
  CHECK(desk.open().find("ours_only:26A000000003") != std::string::npos);
}

TEST_CASE("a line that a daily and a monthly statement both hold is one line") {
  Desk desk;
  desk.pay("26A000000001", 1250, "2026-11-10");
  REQUIRE(desk.import("LIGNE;10/11/2026;26A000000001;12,50\n"));
  const auto month = desk.import("LIGNE;10/11/2026;26A000000001;12,50\nLIGNE;11/11/2026;26A000000009;1,00\n");
  REQUIRE(month);
  CHECK(month->statement.line_count == 2);
  CHECK(month->statement.new_count == 1);
  CHECK(desk.open() == "theirs_only:26A000000009");
  CHECK(desk.import("LIGNE;10/11/2026;26A000000001;12,50\n").error().key == "statement.known");
  CHECK(desk.world.read([&](db::ReadTx& tx) { return list_statements(tx, desk.regie.id); }).size() == 2);
}

TEST_CASE("a payment that comes with the next statement explains itself") {
  Desk desk;
  desk.pay("26A000000001", 1250, "2026-11-10");
  REQUIRE(desk.import("LIGNE;01/11/2026;26A000000008;1,00\nLIGNE;20/11/2026;26A000000009;1,00\n"));
  CHECK(desk.open().find("ours_only:26A000000001") != std::string::npos);
  const auto next = desk.import("LIGNE;12/11/2026;26A000000001;12,50\n");
  REQUIRE(next);
  CHECK(next->comparison.settled == 1);
  CHECK(desk.open().find("26A000000001") == std::string::npos);
}

TEST_CASE("a line whose payment we learn of later explains itself") {
  Desk desk;
  const std::int64_t attempt = desk.pay("26A000000001", 1250, "2026-11-10", "expired");
  REQUIRE(desk.import("LIGNE;10/11/2026;26A000000001;12,50\n"));
  const auto found =
      desk.world.read([&](db::ReadTx& tx) { return list_discrepancies(tx, desk.regie.id, Which::open); });
  REQUIRE(found.size() == 1);
  CHECK(found[0].action == Action::ask_gateway);
  CHECK(found[0].attempt_id == Id<StoredAttempt>{attempt});
  desk.world.write([&](db::Tx& tx) {
    tx.run("UPDATE payment_attempt SET state = 'paid_late', paid_cents = 1250 WHERE id = ?", attempt);
  });
  CHECK(desk.compare_again().settled == 1);
  CHECK(desk.open().empty());
}

TEST_CASE("a payment that is booked twice stays open until somebody says what was done") {
  Desk desk;
  desk.pay("26A000000001", 1250, "2026-11-10");
  REQUIRE(desk.import("LIGNE;10/11/2026;26A000000001;12,50\nLIGNE;10/11/2026;26A000000001;12,50\n"));
  const auto found =
      desk.world.read([&](db::ReadTx& tx) { return list_discrepancies(tx, desk.regie.id, Which::open); });
  REQUIRE(found.size() == 1);
  CHECK(found[0].finding == Finding::doubled);
  CHECK(found[0].our_amount == Money{1250});
  CHECK(settle_discrepancy(desk.world.tenant(), regisseur, found[0].id, "  ", desk.world.now())
            .error()
            .fields.at(0)
            .field == "remark");
  const auto settled =
      settle_discrepancy(desk.world.tenant(), regisseur, found[0].id, "Remboursé par le comptable", desk.world.now());
  REQUIRE(settled);
  CHECK(settled->settled_by == "Paul Régis");
  desk.compare_again();
  CHECK(desk.open().empty());
  CHECK(settle_discrepancy(desk.world.tenant(), regisseur, found[0].id, "Encore", desk.world.now()).error().key ==
        "discrepancy.settled");
  CHECK(settle_discrepancy(desk.world.tenant(), regisseur, Id<Discrepancy>{99}, "Non", desk.world.now()).error().kind ==
        ErrorKind::not_found);
}

TEST_CASE("trials are no money and are never missed") {
  Desk desk;
  const std::int64_t id = desk.pay("26A000000002", 800, "2026-11-10");
  desk.world.write([&](db::Tx& tx) {
    tx.run_script("DROP TRIGGER payment_attempt_keeps_its_order;");
    tx.run("UPDATE payment_attempt SET mode = 'test' WHERE id = ?", id);
  });
  REQUIRE(desk.import("LIGNE;01/11/2026;26A000000008;1,00\nLIGNE;20/11/2026;26A000000009;1,00\n"));
  CHECK(desk.open().find("ours_only") == std::string::npos);
}

TEST_CASE("each régie compares its own payments only") {
  Desk desk;
  const Regie other = desk.world.paying_regie("006383");
  desk.pay("26A000000001", 1250, "2026-11-10");
  const auto foreign = import_statement(desk.world.tenant(), regisseur,
                                        {other.id, "x.csv", "LIGNE;10/11/2026;26A000000001;12,50\n"}, desk.world.now());
  REQUIRE(foreign);
  CHECK(foreign->comparison.matched == 0);
  CHECK(desk.open().empty());
  CHECK(import_statement(desk.world.tenant(), regisseur,
                         {Id<Regie>{99}, "x.csv", "LIGNE;10/11/2026;26A000000001;12,50\n"}, desk.world.now())
            .error()
            .kind == ErrorKind::not_found);
}

TEST_CASE("a statement of five thousand lines is taken in within five seconds") {
  Desk desk;
  std::string lines;
  const Debt debt = desk.world.debt(desk.regie, {1250});
  desk.world.write([&](db::Tx& tx) {
    for (int i = 0; i < 5000; ++i) {
      const std::string reference = "26B" + std::to_string(100000 + i);
      lines += "LIGNE;10/11/2026;" + reference + ";12,50\n";
      tx.run(
          "INSERT INTO payment_attempt (debt_id, regie_id, gateway, account, mode, reference, amount_cents, email, "
          "return_key, state, "
          "gateway_id, started_at, paid_cents, paid_at) VALUES (?1, ?2, 'payfip', '006382', 'production', ?3, 1250, "
          "'', ?3, 'paid', ?3, ?4, "
          "1250, ?4)",
          debt.id, desk.regie.id, reference, to_instant({parse_iso_date("2026-11-10").value(), 11, 18}));
    }
  });
  const auto begun = std::chrono::steady_clock::now();
  const auto answer = desk.import(lines);
  REQUIRE(answer);
  CHECK(answer->comparison.matched == 5000);
  CHECK(desk.open().empty());
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5));
}
