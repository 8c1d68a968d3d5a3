// Paying from a letter, without scripts: the pages say "paid" when the ledger does, and Back never pays twice.
#include "payments/ledger.hpp"
#include "payments/regie_edit.hpp"
#include "tests/payments/money/played_gateway.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_money.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Letter {
  TestPlatform platform;
  PlayedBank bank;
  PlantedMoney money = plant_money(*platform.tenant(), "de mars", platform.now());
  Browser resident{platform};
  std::string page = "/paiements/" + money.debt.page_key;

  Letter() { platform.services.gateways.replace(bank.maker()); }

  const http::Response& find(const std::string& reference, const std::string& amount) {
    resident.get("/payer");
    return resident.submit("/payer", {{"reference", reference}, {"montant", amount}});
  }
  // From the page of the debt to the bank.
  const http::Response& start() {
    resident.get(page);
    return resident.submit(page, {{"courriel", "parent@exemple.fr"}});
  }
  std::string return_path() {
    return platform.tenant()->read([&](db::ReadTx& tx) {
      return "/paiements/retour/" + payments::attempts_of(tx, money.debt.id).at(0).return_key;
    });
  }
  std::int64_t receipts() {
    return platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM ledger_line"); });
  }
  std::int64_t attempts() {
    return platform.tenant()->read(
        [&](db::ReadTx& tx) { return static_cast<std::int64_t>(payments::attempts_of(tx, money.debt.id).size()); });
  }
};

}  // namespace

TEST_CASE("an invoice is paid from its letter in three pages and two fields") {
  Letter letter;
  CHECK(letter.find(letter.money.debt.reference, "42,50").status == 303);
  CHECK(letter.resident.location() == letter.page);
  letter.resident.follow();
  CHECK(letter.resident.shows("42,50"));
  CHECK(letter.resident.shows("parent@exemple.fr"));  // already there: not a field to type
  letter.resident.submit(letter.page, {});
  CHECK(letter.resident.last().status == 303);
  CHECK(letter.resident.location() == "https://bank.example/op-1");
  letter.bank.operations.at("op-1").outcome = payments::Outcome::paid;
  letter.resident.get(letter.return_path());
  CHECK(letter.resident.location() == letter.page);
  letter.resident.follow();
  CHECK(letter.resident.shows("C’est payé."));
  CHECK(letter.resident.shows("R1-2026-000001"));
  CHECK(letter.receipts() == 1);
}

TEST_CASE("a page never says paid before the gateway has") {
  Letter letter;
  letter.start();
  letter.resident.get(letter.return_path());
  letter.resident.follow();
  CHECK_FALSE(letter.resident.shows("C’est payé"));
  CHECK(letter.resident.shows("Un paiement est en cours"));
  CHECK(letter.receipts() == 0);
}

TEST_CASE("Back, a second tab and a second click start no second payment") {
  Letter letter;
  letter.start();
  letter.resident.post(letter.page, {{"courriel", "parent@exemple.fr"}});
  CHECK(letter.resident.location() == letter.page);
  CHECK(letter.attempts() == 1);
  letter.resident.follow();
  letter.resident.submit(letter.page + "/reprendre", {});
  CHECK(letter.resident.location() == "https://bank.example/op-1");
  letter.bank.operations.at("op-1").outcome = payments::Outcome::paid;
  letter.resident.get(letter.return_path());
  letter.resident.get(letter.return_path());
  letter.resident.post(letter.page, {{"courriel", "parent@exemple.fr"}});
  CHECK(letter.attempts() == 1);
  CHECK(letter.receipts() == 1);
}

TEST_CASE("the bank's page posts the browser back from another site, which is let in and believed nothing") {
  Letter letter;
  letter.start();
  http::Request request = letter.resident.request(http::Method::post, letter.return_path());
  request.headers.set("Sec-Fetch-Site", "cross-site");
  request.headers.set("Origin", "https://bank.example");
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.body = "idop=op-1&resultrans=P";
  CHECK(letter.resident.send(request).status == 303);
  CHECK(letter.receipts() == 0);
}

TEST_CASE("a payment that was refused says so and can be tried again") {
  Letter letter;
  letter.start();
  letter.bank.operations.at("op-1").outcome = payments::Outcome::refused;
  letter.resident.get(letter.return_path());
  letter.resident.follow();
  CHECK(letter.resident.shows("a été refusé"));
  letter.resident.submit(letter.page, {});
  CHECK(letter.resident.location() == "https://bank.example/op-2");
}

TEST_CASE("a gateway that is away is told honestly, and nothing is begun") {
  Letter letter;
  letter.bank.refuses_to_start = true;
  CHECK(letter.start().status == 503);
  CHECK(letter.resident.shows("PayFiP n’a pas répondu à temps"));
  CHECK(letter.resident.shows("parent@exemple.fr"));
}

TEST_CASE("a reference without its amount, or with a slip, shows nothing of anybody") {
  Letter letter;
  CHECK(letter.find(letter.money.debt.reference, "42,51").status == 422);
  CHECK_FALSE(letter.resident.shows("de mars"));
  CHECK(letter.find("26ABCDEFGHAA", "42,50").status == 422);
  CHECK(letter.resident.shows("Cette référence comporte une erreur"));
  CHECK(letter.resident.shows("26ABCDEFGHAA"));  // what was typed stays
  CHECK(letter.resident.get("/paiements/aaaaaaaaaaaaaaaaaaaaaaaaaa").status == 404);
}

TEST_CASE("the list of procedures leads to paying as long as a régie takes payments online") {
  Letter letter;
  letter.resident.get("/demarches");
  CHECK(letter.resident.shows("href=\"/payer\""));
  REQUIRE(payments::change_mode(*letter.platform.tenant(), claire, letter.money.regie.id, payments::Mode::test,
                                letter.platform.now()));
  letter.resident.get("/demarches");
  CHECK_FALSE(letter.resident.shows("href=\"/payer\""));
}

TEST_CASE("references cannot be walked through") {
  Letter letter;
  int refused = 0;
  for (int i = 0; i < 40; ++i) {
    if (letter.resident.post("/payer", {{"reference", letter.money.debt.reference}, {"montant", std::to_string(i + 1)}})
            .status == 429)
      ++refused;
  }
  CHECK(refused > 10);
}

TEST_CASE("the form of a debt may lead to the gateway, and to nowhere else") {
  Letter letter;
  letter.resident.get(letter.page);
  const std::string policy(letter.resident.last().headers.get("Content-Security-Policy"));
  CHECK(policy.find("form-action 'self' https://www.payfip.gouv.fr;") != std::string::npos);
  CHECK(letter.resident.last().headers.get("Cache-Control") == "no-store");
  letter.resident.get("/payer");
  CHECK(std::string(letter.resident.last().headers.get("Content-Security-Policy")).find("payfip") == std::string::npos);
}

TEST_CASE("a notification is answered alike whether its name is known or not, and only queues a question") {
  Letter letter;
  letter.start();
  const auto notify = [&](const std::string& body) {
    http::Request request = letter.resident.request(http::Method::post, "/paiements/notification/payfip");
    request.headers.set("Sec-Fetch-Site", "");
    request.headers.set("Origin", "");
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = body;
    return letter.resident.send(request).status;
  };
  CHECK(notify("idop=op-1") == 200);
  CHECK(notify("idop=nobody") == 200);
  CHECK(notify("") == 200);
  CHECK(letter.receipts() == 0);
  const auto due = letter.platform.tenant()->read(
      [&](db::ReadTx& tx) { return payments::attempts_of(tx, letter.money.debt.id).at(0).next_question_at; });
  CHECK(due == letter.platform.now());
}

TEST_CASE("the payer gets a mail with the receipt's number, in the transaction of the receipt") {
  Letter letter;
  letter.start();
  letter.bank.operations.at("op-1").outcome = payments::Outcome::paid;
  letter.resident.get(letter.return_path());
  const auto mails = letter.platform.tenant()->read([](db::ReadTx& tx) {
    return tx.all("SELECT recipient, body FROM outbox ORDER BY id",
                  [](const db::Row& row) { return std::pair(row.text(0), row.text(1)); });
  });
  REQUIRE(mails.size() == 1);
  CHECK(mails.front().first == "parent@exemple.fr");
  CHECK(mails.front().second.find("R1-2026-000001") != std::string::npos);
}
