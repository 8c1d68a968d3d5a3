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

TEST_CASE("what was typed stays in front of the resident when something is wrong") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get(civil + "/etapes/acte");
  browser.submit(civil + "/etapes/acte", {{"act_kind", "deces"}});
  browser.follow();
  browser.submit(civil + "/etapes/personne", {{"person_birth_name", "Garnier"},
                                              {"person_given_names", ""},
                                              {"death_date", "31/02/2020"},
                                              {"death_place", "Lavaré"}});
  REQUIRE(browser.location() == civil + "/etapes/personne");  // a page of its own: Back and reload send nothing
  browser.follow();
  CHECK(browser.shows("<title>Erreur"));
  CHECK(browser.shows("Remplissez «\u00A0Prénoms\u00A0»."));
  CHECK(browser.shows("Indiquez une date qui existe"));
  const HtmlForm form = browser.form(civil + "/etapes/personne");
  const auto value = [&](std::string_view name) {
    const auto found = std::ranges::find_if(form.values, [&](const auto& one) { return one.first == name; });
    return found == form.values.end() ? std::string("absent") : found->second;
  };
  CHECK(value("person_birth_name") == "Garnier");
  CHECK(value("death_date") == "31/02/2020");
  CHECK(value("death_place") == "Lavaré");
}

TEST_CASE("a draft is found again where it stopped, with its answers") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = birth_certificate_answers();
  pages.resize(4);
  fill(browser, civil_slug, pages);
  platform.clock.advance(3 * one_day);
  browser.get(civil);
  CHECK(browser.shows("Votre demande n’est pas terminée"));
  CHECK(browser.shows("href=\"" + civil + "/etapes/vous\""));
  browser.get(civil + "/etapes/personne");
  CHECK(browser.shows("value=\"Éloïse Marie\""));
  Browser other(platform);
  other.get(civil + "/etapes/acte");
  CHECK_FALSE(other.shows("checked"));
}

TEST_CASE("a draft that expired starts again from nothing") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = birth_certificate_answers();
  pages.resize(3);
  fill(browser, civil_slug, pages);
  platform.clock.advance(30 * one_day);
  browser.get(civil);
  CHECK_FALSE(browser.shows("Votre demande n’est pas terminée"));
}

TEST_CASE("a discarded draft is gone at once") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = birth_certificate_answers();
  pages.resize(3);
  fill(browser, civil_slug, pages);
  browser.get(civil);
  browser.submit(civil + "/abandon", {});
  browser.follow();
  CHECK(browser.shows("Commencer"));
  CHECK(browser.cookies.empty());
  CHECK(platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM draft"); }) == 0);
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

TEST_CASE("a file that was sent stays in the draft, can be taken away, and is refused when it is not what it says") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = birth_certificate_answers();
  pages.resize(5);
  fill(browser, civil_slug, pages);
  const std::string pieces = civil + "/etapes/pieces";
  browser.submit(pieces, {}, {{"identity_document", "carte.pdf", "application/pdf", "MZ this is a program"}});
  REQUIRE(browser.location() == pieces);
  browser.follow();
  CHECK(browser.shows("carte.pdf"));
  browser.submit(pieces, {}, birth_certificate_answers()[5].files);
  CHECK(browser.last().status == 303);
  browser.get(pieces);
  CHECK(browser.shows("déjà reçu"));
  const HtmlForm form = browser.form(pieces);
  REQUIRE(std::ranges::find(form.names, "identity_document.remove") != form.names.end());
  const auto id = platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT id FROM attachment"); });
  browser.submit(pieces, {{"identity_document.remove", std::to_string(id)}});
  REQUIRE(browser.location() == pieces);
  browser.follow();
  CHECK_FALSE(browser.shows("déjà reçu"));
}

TEST_CASE("what was typed wrongly is still there after a reload, and gone once it is right") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string acte = civil + "/etapes/acte";
  browser.get(acte);
  browser.submit(acte, {{"act_kind", "deces"}});
  const std::string personne = browser.location();
  browser.follow();
  browser.submit(personne, {{"death_date", "31/02/2020"}});
  for (int reading = 0; reading < 2; ++reading) {
    browser.get(personne);
    CHECK(browser.last().status == 200);
    CHECK(browser.shows("<title>Erreur"));
    CHECK(browser.shows("value=\"31/02/2020\""));
  }
  browser.get(acte);
  CHECK_FALSE(browser.shows("<title>Erreur"));  // another step was not wrong
  browser.get(personne);
  browser.submit(personne, {{"person_birth_name", "Garnier"},
                            {"person_given_names", "Luc"},
                            {"death_date", "1/2/2020"},
                            {"death_place", "Lavaré"}});
  REQUIRE(browser.location() != personne);
  CHECK(browser.get(personne).status == 200);
  CHECK_FALSE(browser.shows("<title>Erreur"));
}

TEST_CASE("a step that the lost answers called for says that the draft is gone, and takes nothing silently") {
  TestPlatform platform;
  Browser browser(platform);
  browser.post(civil + "/etapes/lien", {{"relation", "ascendant"}});
  CHECK(browser.last().status == 409);
  CHECK(browser.shows("n’est plus gardée"));
  browser.get(civil + "/etapes/lien");
  CHECK(browser.location() == civil);
}

TEST_CASE("a file that was accepted beside an error is kept and not asked for again") {
  TestPlatform platform;
  Browser browser(platform);
  auto pages = birth_certificate_answers();
  pages[3].fields = {{"relation", "ascendant"}};
  pages.resize(5);
  fill(browser, civil_slug, pages);
  const std::string pieces = civil + "/etapes/pieces";
  auto files = birth_certificate_answers()[5].files;
  files.push_back({"relation_document", "livret.exe", "application/pdf", "MZ"});
  browser.submit(pieces, {}, files);
  REQUIRE(browser.location() == pieces);
  browser.follow();
  CHECK(browser.shows("déjà reçu"));
  browser.submit(pieces, {});
  CHECK(browser.last().status == 303);
}
