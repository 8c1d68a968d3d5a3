// A procedure that costs something: form, amount, payment, and the case goes on.
#include "tenants/dossiers/case_payment.hpp"
#include "payments/case_link.hpp"
#include "payments/ledger.hpp"
#include "tenants/dossiers/publish.hpp"
#include "tests/payments/money/played_gateway.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/planted_money.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

// The copy of a certificate, at 15 €.
void price_the_copies(TestPlatform& platform, std::string_view product) {
  const auto tenant = platform.tenant();
  const std::string text = tenant->read([](db::ReadTx& tx) {
    const auto procedure = forms::find_procedure(tx, civil_slug).value();
    return forms::read_definition_text(tx, procedure.id, procedure.revision);
  });
  json::Value document = json::parse_trusted(text);
  document.as_object()["payment"] = json::Object{{"product", product}, {"amount_cents", 1500}};
  document.as_object().erase("tests");
  const auto published = dossiers::publish_procedure(*tenant, platform.services.rehearsal, claire,
                                                     json::serialize(document), platform.now());
  REQUIRE(published.has_value());
}

struct Counter {
  TestPlatform platform;
  PlayedBank bank;
  Browser resident{platform};

  Counter() { platform.services.gateways.replace(bank.maker()); }

  void send() {
    fill(resident, civil_slug, death_certificate_answers());
    resident.submit(std::string("/demarches/") + civil_slug + "/verification", {});
    resident.follow();
  }
  std::optional<dossiers::CasePayment> payment() {
    return platform.tenant()->read([](db::ReadTx& tx) { return dossiers::payment_of(tx, {1}); });
  }
};

}  // namespace

TEST_CASE("a request that costs something is paid from its confirmation, and its case goes on") {
  Counter counter;
  price_the_copies(counter.platform, "cantine");
  (void)plant_money(*counter.platform.tenant(), "de mars", counter.platform.now());
  counter.send();
  REQUIRE(counter.payment().has_value());
  const std::string page = counter.payment()->path;
  CHECK(counter.resident.shows("Payer 15,00"));
  CHECK(counter.resident.shows(page));
  counter.resident.get(page);
  counter.resident.submit(page, {});
  counter.bank.operations.at("op-1").outcome = payments::Outcome::paid;
  counter.platform.clock.advance(one_minute);
  payments::ask_due(*counter.platform.tenant(),
                    {counter.bank.maker(), [](db::Tx& tx, const payments::Settlement& each,
                                              Instant now) { payments::tell_case(tx, each, now); }},
                    counter.platform.now(), 10);
  CHECK(counter.payment()->paid_at == counter.platform.now());
  counter.resident.get("/suivi/demande");
  CHECK(counter.resident.shows("est reçu"));
  const auto events = counter.platform.tenant()->read([](db::ReadTx& tx) {
    return tenants::events_of(tx, {"dossier", 1});
  });
  CHECK(events.back().verb == "dossier.paid");
}

TEST_CASE("a request that is paid at the counter goes on too") {
  Counter counter;
  price_the_copies(counter.platform, "cantine");
  (void)plant_money(*counter.platform.tenant(), "de mars", counter.platform.now());
  counter.send();
  const auto tenant = counter.platform.tenant();
  const std::string reference = counter.payment()->reference;
  tenant->write_private([&](db::Tx& tx) {
    const auto debt = payments::find_debt_by_reference(tx, reference).value();
    payments::append_line(tx,
                          {.regie_id = debt.regie_id,
                           .debit = "cash",
                           .credit = payments::account::debtor,
                           .amount = debt.amount,
                           .debt_id = debt.id,
                           .label = debt.object},
                          counter.platform.now());
  });
  CHECK(payments::sync_cases(*tenant, counter.platform.now()) == 1);
  CHECK(counter.payment()->paid_at.has_value());
  CHECK(payments::sync_cases(*tenant, counter.platform.now()) == 0);
}

TEST_CASE("a request whose product nobody collects is sent all the same, and owed once a régie does") {
  Counter counter;
  price_the_copies(counter.platform, "cantine");
  counter.send();
  CHECK(counter.resident.shows("La mairie vous dira comment payer"));
  CHECK(payments::sync_cases(*counter.platform.tenant(), counter.platform.now()) == 0);
  (void)plant_money(*counter.platform.tenant(), "de mars", counter.platform.now());
  CHECK(payments::sync_cases(*counter.platform.tenant(), counter.platform.now()) == 1);
  CHECK(payments::sync_cases(*counter.platform.tenant(), counter.platform.now()) == 0);
  CHECK(counter.payment()->path.starts_with("/paiements/"));
}

TEST_CASE("a price that is both fixed and asked, or of a field that is no amount, is refused") {
  for (const char* payment : {R"({"product":"x"})", R"({"product":"x","amount_cents":1,"amount_field":"y"})",
                              R"({"product":"x","amount_field":"none"})",
                              R"({"product":"Pas un code","amount_cents":1})", R"({"product":"x","amount_cents":0})"}) {
    json::Value document = json::Object{{"payment", json::parse_trusted(payment)}};
    bool is_told = false;
    for (const auto& problem : forms::problems_of(document)) is_told = is_told || problem.where.starts_with("payment");
    INFO(payment);
    CHECK(is_told);
  }
}
