// A resident's whole way through both procedures, over HTTP without sockets.
#include "core/security/token.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string civil = std::string("/demarches/") + civil_slug;

std::int64_t count_dossiers(TestPlatform& platform) {
  return platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); });
}

std::string tracking_code(TestPlatform& platform) {
  return *platform.tenant()->read([](db::ReadTx& tx) {
    return tx.one("SELECT tracking_code FROM dossier ORDER BY id DESC LIMIT 1",
                  [](const db::Row& row) { return row.text(0); });
  });
}

void send(Browser& browser, std::string_view slug) {
  browser.submit("/demarches/" + std::string(slug) + "/verification", {});
  browser.follow();
}

}  // namespace

TEST_CASE("a resident asks for a birth certificate from the first page to the confirmation") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get(civil);
  CHECK(browser.shows("href=\"" + civil + "/etapes/acte\""));
  fill(browser, civil_slug, birth_certificate_answers());
  CHECK(browser.shows("Vérifiez vos réponses"));
  for (const char* answer : {"Un acte de naissance", "Copie intégrale", "Éloïse Marie", "27 mars 1984",
                             "4 rue du Lavoir", "carte d’identité.pdf", "Deux exemplaires."}) {
    INFO(answer);
    CHECK(browser.shows(answer));
  }
  send(browser, civil_slug);
  CHECK(browser.last().status == 200);
  CHECK(browser.shows("Votre demande est envoyée"));
  CHECK(browser.shows("2026-00001"));
  CHECK(browser.shows("eloise.garnier@exemple.fr"));
  CHECK(browser.shows(tracking_code(platform).substr(0, 5)));
  CHECK(browser.shows(tracking_code(platform).substr(6, 5)));
  CHECK(count_dossiers(platform) == 1);
}

TEST_CASE("a resident tells of an absence through the conditional page that their answers open") {
  TestPlatform platform;
  Browser browser(platform);
  fill(browser, absence_slug, absence_answers());
  CHECK(browser.shows("Veilleurs du Maine"));
  send(browser, absence_slug);
  CHECK(browser.shows("Votre demande est envoyée"));
}

TEST_CASE("a page that other answers close leads back to the procedure, one that does not exist is not found") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get(civil + "/etapes/acte");
  browser.submit(civil + "/etapes/acte", {{"act_kind", "deces"}});
  browser.follow();
  CHECK(browser.shows("La personne concernée"));
  browser.get(civil + "/etapes/copie");
  CHECK(browser.location() == civil);
  CHECK(browser.post(civil + "/etapes/copie", {{"copy_kind", "copie_integrale"}}).status == 409);
  CHECK(browser.get(civil + "/etapes/inconnue").status == 404);
  CHECK(browser.post(civil + "/etapes/inconnue", {{"act_kind", "deces"}}).status == 404);
}

TEST_CASE("changing an answer from the review page comes back to it, through what the change opens") {
  TestPlatform platform;
  Browser browser(platform);
  fill(browser, civil_slug, death_certificate_answers());
  browser.get(civil + "/etapes/envoi?retour=verification");
  CHECK(browser.shows("Enregistrer et revenir"));
  browser.submit(civil + "/etapes/envoi", {{"delivery", "autre_adresse"}});
  browser.follow();
  CHECK(browser.form(civil + "/etapes/adresse_envoi").action == civil + "/etapes/adresse_envoi?retour=verification");
  browser.submit(civil + "/etapes/adresse_envoi", {{"delivery_name", "Paul Garnier"},
                                                   {"delivery_address.street", "2 rue Haute"},
                                                   {"delivery_address.postcode", "72230"},
                                                   {"delivery_address.city", "Mulsanne"}});
  browser.follow();
  CHECK(browser.shows("Vérifiez vos réponses"));
  CHECK(browser.shows("2 rue Haute"));
}

TEST_CASE("an incomplete request cannot be sent and says what is missing") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = death_certificate_answers();
  pages.resize(2);
  fill(browser, civil_slug, pages);
  browser.get(civil + "/verification");
  CHECK(browser.shows("Complétez l’étape"));
  browser.submit(civil + "/verification", {});
  browser.follow();
  CHECK(browser.shows("Complétez l’étape"));
  CHECK(count_dossiers(platform) == 0);
}

TEST_CASE("pressing send twice makes one request and shows it both times") {
  TestPlatform platform;
  Browser browser(platform);
  fill(browser, civil_slug, death_certificate_answers());
  const Fields form = browser.form(civil + "/verification").values;
  browser.post(civil + "/verification", form);
  CHECK(browser.location() == civil + "/confirmation");
  browser.post(civil + "/verification", form);
  CHECK(browser.location() == civil + "/confirmation");
  browser.follow();
  CHECK(browser.shows("2026-00001"));
  CHECK(count_dossiers(platform) == 1);
}

TEST_CASE("after a request was sent the same browser may make another") {
  TestPlatform platform;
  Browser browser(platform);
  fill(browser, civil_slug, death_certificate_answers());
  send(browser, civil_slug);
  fill(browser, civil_slug, death_certificate_answers());
  send(browser, civil_slug);
  CHECK(browser.shows("2026-00002"));
}

TEST_CASE("review and confirmation show nothing to a browser that has nothing") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* path : {"/verification", "/confirmation"}) {
    browser.get(civil + path);
    CHECK(browser.last().status == 303);
    CHECK(browser.location() == civil);
  }
  CHECK(browser.post(civil + "/verification", {}).status == 303);
}

TEST_CASE("a closed procedure takes nothing new, keeps what was begun and goes on once it is open again") {
  TestPlatform platform;
  Browser begun(platform);
  fill(begun, civil_slug, death_certificate_answers());
  const auto set = [&](forms::ProcedureState state) {
    REQUIRE(forms::set_procedure_state(*platform.tenant(), claire, civil_slug, state, platform.now()));
  };
  set(forms::ProcedureState::closed);
  CHECK(begun.post(civil + "/verification", {}).status == 409);
  CHECK(begun.shows("fermée"));
  Browser late(platform);
  CHECK(late.get(civil + "/etapes/acte").status == 303);
  CHECK(late.post(civil + "/etapes/acte", {{"act_kind", "deces"}}).status == 409);
  late.get(civil);
  CHECK(late.shows("Cette démarche est fermée"));
  CHECK_FALSE(late.shows("Commencer</a>"));
  set(forms::ProcedureState::open);
  CHECK(begun.post(civil + "/verification", {}).status == 303);
  begun.follow();
  CHECK(begun.shows("2026-00001"));
}
