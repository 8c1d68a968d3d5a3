// What a resident typed is kept: after an error, a reload, another day, a file that was refused.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string civil = std::string("/demarches/") + civil_slug;

}  // namespace

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
