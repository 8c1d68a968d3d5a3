// Paying: order of writes, one live payment, late and double payments, what contradicts, forged and repeated notifications.
#include "payments/pay.hpp"

#include "core/db/sqlite.hpp"
#include "payments/invariants.hpp"
#include "payments/regie_edit.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/payments/money/played_gateway.hpp"
#include "tests/support/catch.hpp"

#include <set>
#include <thread>

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::test;

namespace {

struct Scene : MoneyWorld {
  PlayedBank bank;
  PayingTools tools{bank.maker(), [this](db::Tx&, const Settlement& each, Instant) { settled.push_back(each); }};
  std::vector<Settlement> settled;
  Regie regie = paying_regie();
  Debt bill = debt(regie);

  Result<Redirection> start() { return pay(tenant(), tools, bill.id, "parent@exemple.fr", now()); }
  StoredAttempt attempt() {
    return read([&](db::ReadTx& tx) { return attempts_of(tx, bill.id).at(0); });
  }
  PlayedOperation& operation() { return bank.operations.at(attempt().gateway_id); }
  void wait(std::int64_t seconds) {
    world.clock.advance(seconds);
    ask_due(tenant(), tools, now(), 100);
  }
  bool notify(std::string_view id) {
    return hear_notification(tenant(), tools, GatewayKind::payfip, id, "idop=x", now());
  }
  std::int64_t lines() {
    return read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM ledger_line"); });
  }
  bool is_sound() { return read(check_invariants).empty(); }
};

// What the whole file says of money, to prove that nothing changed.
std::string picture(Scene& scene) {
  return scene.read([](db::ReadTx& tx) {
    std::string text;
    auto add = [&](const db::Row& row) { text += row.text(0) + ";"; };
    tx.each("SELECT id || state || COALESCE(next_question_at, '') || questions FROM payment_attempt ORDER BY id", add);
    tx.each("SELECT number || hash FROM ledger_line ORDER BY number", add);
    tx.each("SELECT id || sha256 FROM payment_answer ORDER BY id", add);
    tx.each("SELECT id || state || received_cents FROM debt ORDER BY id", add);
    tx.each("SELECT COUNT(*) || '' FROM journal_event", add);
    return text;
  });
}

}  // namespace

TEST_CASE("the gateway's name for a payment is on the disk before the browser leaves") {
  Scene scene;
  const auto redirection = scene.start();
  REQUIRE(redirection.has_value());
  CHECK(redirection->url == "https://bank.example/" + scene.attempt().gateway_id);
  CHECK(scene.attempt().state == PaymentState::pending);
  CHECK(scene.operation().order.return_url.find(scene.attempt().return_key) != std::string::npos);
  CHECK(scene.lines() == 0);
}

TEST_CASE("a payment that was made is heard by asking, without any notification") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  CHECK(scene.attempt().state == PaymentState::paid);
  CHECK(scene.again(scene.bill).state == DebtState::paid);
  REQUIRE(scene.settled.size() == 1);
  CHECK(scene.settled.front().receipt.credit == account::debtor);
  CHECK_FALSE(scene.settled.front().is_flagged());
  scene.wait(one_day);
  CHECK(scene.settled.size() == 1);
  CHECK(scene.is_sound());
}

TEST_CASE("a debt has one payment under way") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  CHECK(scene.start().error().key == "payment.under_way");
  CHECK(resume(scene.tenant(), scene.bill.id, scene.now()).value().url == "https://bank.example/op-1");
  scene.world.clock.advance(16 * one_minute);
  CHECK(resume(scene.tenant(), scene.bill.id, scene.now()).error().key == "payment.not_open");
  scene.wait(10 * one_minute);
  CHECK(scene.attempt().state == PaymentState::expired);
  CHECK(scene.start().has_value());
}

TEST_CASE("what was paid cannot be paid again") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  CHECK(scene.start().error().key == "debt.is_paid");
}

TEST_CASE("a gateway that does not answer the start leaves the debt free") {
  Scene scene;
  scene.bank.refuses_to_start = true;
  const auto refused = scene.start();
  CHECK(refused.error().kind == ErrorKind::unavailable);
  CHECK(refused.error().key == "payfip.fault.timed_out");
  CHECK(scene.attempt().state == PaymentState::cancelled);
  scene.bank.refuses_to_start = false;
  CHECK(scene.start().has_value());
}

TEST_CASE("a start that a stop cut short is given up and frees the debt") {
  Scene scene;
  REQUIRE(scene.write([&](db::Tx& tx) { return plan_attempt(tx, scene.bill.id, "a@exemple.fr", scene.now()); })
              .has_value());
  CHECK(scene.start().error().key == "payment.under_way");
  scene.wait(3 * one_minute);
  CHECK(scene.attempt().state == PaymentState::cancelled);
  CHECK(scene.start().has_value());
}

TEST_CASE("a payment heard after it was given up is money, and flagged") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.wait(25 * one_minute);
  REQUIRE(scene.attempt().state == PaymentState::expired);
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_hour);
  CHECK(scene.attempt().state == PaymentState::paid_late);
  CHECK(scene.settled.at(0).is_flagged());
  CHECK(scene.again(scene.bill).state == DebtState::paid);
  CHECK(scene.is_sound());
}

TEST_CASE("a second payment of one debt is recorded and flagged") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  const std::string first = scene.attempt().gateway_id;
  scene.wait(25 * one_minute);
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  scene.bank.operations.at(first).outcome = Outcome::paid;
  scene.wait(one_hour);
  REQUIRE(scene.settled.size() == 2);
  CHECK(scene.settled.at(1).is_flagged());
  CHECK(scene.again(scene.bill).excess() == scene.bill.amount);
  CHECK(scene.is_sound());
}

TEST_CASE("a payment that contradicts what was asked waits in suspense") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.operation().amount = Money{1};
  scene.wait(one_minute);
  CHECK(scene.settled.at(0).receipt.credit == account::suspense);
  CHECK(scene.settled.at(0).receipt.amount == Money{1});
  CHECK(scene.settled.at(0).is_flagged());
  CHECK(scene.attempt().mismatches == "amount");
  CHECK(scene.again(scene.bill).state == DebtState::open);
  CHECK(scene.is_sound());
}

TEST_CASE("a test payment of a trial moves no money") {
  Scene scene;
  REQUIRE(change_mode(scene.tenant(), regisseur, scene.regie.id, Mode::test, scene.now()).has_value());
  CHECK(scene.start().error().key == "regie.not_open");
  scene.bill = create_debt(scene.tenant(), regisseur,
                           {.regie_id = scene.regie.id,
                            .product = "cantine",
                            .origin = DebtOrigin::trial,
                            .object = "Essai",
                            .amount = {100}},
                           scene.now())
                   .value();
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  CHECK(scene.attempt().state == PaymentState::paid);
  CHECK(scene.lines() == 0);
  CHECK(scene.is_sound());
}

TEST_CASE("silence of the gateway changes nothing, and the question is asked again") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.bank.is_away = true;
  scene.wait(40 * one_minute);
  CHECK(scene.attempt().state == PaymentState::pending);
  CHECK(scene.attempt().last_fault == "timed_out");
  scene.bank.is_away = false;
  scene.wait(one_hour);
  CHECK(scene.attempt().state == PaymentState::paid);
}

TEST_CASE("a payment that never ends is asked about for ever, one that ended for thirty days") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.bank.is_away = true;
  scene.wait(40 * one_day);
  CHECK(scene.attempt().next_question_at.has_value());
  scene.bank.is_away = false;
  scene.wait(one_day);
  CHECK(scene.attempt().state == PaymentState::expired);
  CHECK_FALSE(scene.attempt().next_question_at.has_value());
}

TEST_CASE("a hundred notifications at once make one line") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  const StoredAttempt attempt = scene.attempt();
  scene.operation().outcome = Outcome::paid;
  std::vector<std::thread> threads;
  for (int i = 0; i < 100; ++i) {
    threads.emplace_back([&] {
      (void)scene.notify(attempt.gateway_id);
      // What a round of questions does, without the counters of the played bank.
      const auto status = scene.bank.answer(
          {{attempt.gateway_id, attempt.started_at, attempt.amount, attempt.reference, attempt.mode}, "", scene.now()});
      scene.write([&](db::Tx& tx) { hear(tx, attempt.id, *status, {}, scene.now()); });
    });
  }
  for (std::thread& each : threads) each.join();
  CHECK(scene.lines() == 1);
  CHECK(scene.again(scene.bill).received == scene.bill.amount);
  CHECK(scene.is_sound());
}

TEST_CASE("ten thousand forged, replayed and foreign notifications change nothing") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  const std::string own = scene.attempt().gateway_id;
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  const std::string before = picture(scene);
  const auto other = scene.world.commune(second_insee);
  int queued = 0;
  for (int i = 0; i < 10'000; ++i) {
    if (i % 3 == 0) queued += scene.notify("op-" + std::to_string(1000 + i)) ? 1 : 0;  // forged
    if (i % 3 == 1) queued += scene.notify(own) ? 1 : 0;                               // replayed
    if (i % 3 == 2)  // of this commune, sent to another
      queued += hear_notification(*other, scene.tools, GatewayKind::payfip, own, "idop=" + own, scene.now()) ? 1 : 0;
  }
  CHECK(queued == 0);
  CHECK(picture(scene) == before);
}

TEST_CASE("a notification of a payment under way queues the question, durably") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  const Instant later = scene.attempt().next_question_at.value();
  REQUIRE(scene.now() < later);
  CHECK(scene.notify(scene.attempt().gateway_id));
  CHECK(scene.attempt().next_question_at == scene.now());
  scene.operation().outcome = Outcome::paid;
  ask_due(scene.tenant(), scene.tools, scene.now(), 10);
  CHECK(scene.attempt().state == PaymentState::paid);
}

TEST_CASE("the account of a régie is never used for another's debt") {
  Scene scene;
  const Regie pool = scene.paying_regie("090909");
  CHECK_THROWS_AS(scene.write([&](db::Tx& tx) {
    tx.run(
        "INSERT INTO payment_attempt (debt_id, regie_id, gateway, account, mode, reference, amount_cents, email, "
        "return_key, started_at) VALUES (?, ?, 'payfip', '090909', 'production', 'ABCDEFGH', 100, 'a@b.fr', 'k', 1)",
        scene.bill.id, scene.regie.id);
  }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(scene.write([&](db::Tx& tx) {
    tx.run(
        "INSERT INTO payment_attempt (debt_id, regie_id, gateway, account, mode, reference, amount_cents, email, "
        "return_key, started_at) VALUES (?, ?, 'payfip', '090909', 'production', 'ABCDEFGH', 100, 'a@b.fr', 'k', 1)",
        scene.bill.id, pool.id);
  }),
                  db::ConstraintViolation);
}

TEST_CASE("the database lets an attempt go the ways of the graph and no other") {
  Scene scene;
  std::set<std::pair<std::string, std::string>> graph, kept;
  for (const Transition& each : transitions()) {
    if (each.from != each.to) graph.emplace(to_string(each.from), to_string(each.to));
  }
  scene.read([&](db::ReadTx& tx) {
    tx.each("SELECT before, after FROM payment_way ORDER BY before, after",
            [&](const db::Row& row) { kept.emplace(row.text(0), row.text(1)); });
  });
  CHECK(kept == graph);
  REQUIRE(scene.start().has_value());
  CHECK_THROWS_AS(scene.write([](db::Tx& tx) { tx.run("UPDATE payment_attempt SET state = 'refunded'"); }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(scene.write([](db::Tx& tx) { tx.run("UPDATE payment_attempt SET amount_cents = 1"); }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(scene.write([](db::Tx& tx) { tx.run("DELETE FROM payment_attempt"); }), db::ConstraintViolation);
}

TEST_CASE("an answer that the graph forbids changes no state and is kept as it came") {
  Scene scene;
  REQUIRE(scene.start().has_value());
  scene.operation().outcome = Outcome::paid;
  scene.wait(one_minute);
  const StoredAttempt paid = scene.attempt();
  PaymentStatus refused;
  refused.outcome = Outcome::refused;
  refused.evidence = make_evidence("refused", scene.now());
  scene.write([&](db::Tx& tx) { hear(tx, paid.id, refused, {}, scene.now()); });
  CHECK(scene.attempt().state == PaymentState::paid);
  CHECK(scene.read([&](db::ReadTx& tx) { return answers_of(tx, paid.id).back().outcome; }) == "forbidden");
  CHECK(scene.lines() == 1);
  CHECK(scene.is_sound());
}
