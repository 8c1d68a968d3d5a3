// The checks before publishing: each fault is found where it stands, and a good text is left in peace.
#include "tenants/site/checks.hpp"

#include "core/http/assets.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/site/checks_words.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::tenants;

namespace {

bool is_known(std::string_view path) { return path == "/demarches" || path == "/la-mairie/école"; }

std::vector<Finding> check(std::string markdown) {
  return check_before_publishing({.passages = {{{"body_markdown"}, std::move(markdown)}}}, is_known);
}

std::vector<std::string> keys_of(const std::vector<Finding>& findings) {
  std::vector<std::string> keys;
  for (const Finding& finding : findings) keys.push_back(finding.key);
  return keys;
}

std::vector<std::string> keys(std::string markdown) { return keys_of(check(std::move(markdown))); }

using Keys = std::vector<std::string>;

std::string words(std::size_t count) {
  std::string text = "Nous";
  for (std::size_t at = 1; at < count; ++at) text += " mangeons";
  return text + ".";
}

}  // namespace

TEST_CASE("a plain and friendly text has no findings", "[checks]") {
  CHECK(
      keys(
          "## Horaires\n\nLa mairie ouvre le lundi. Venez nous voir.\n\n### L’été\n\nVoir [nos démarches](/demarches), "
          "écrire à mairie@semur.fr ou appeler le [02 43 00 00 00](tel:+33243000000).\n\n"
          "![Le clocher sous la neige](/images/1/large)\n\n| | Prix |\n|--|--|\n| Salle | 80 € |\n") == Keys{});
}

TEST_CASE("an image without words blocks, in the text and in a block", "[checks]") {
  const auto findings = check_before_publishing(
      {.passages = {{{"body_markdown"}, "Un.\n\n![ ](/images/1/large)"}}, .images = {{{"alt", 2}, ""}}}, is_known);
  REQUIRE(keys_of(findings) == Keys{"checks.alt_missing", "checks.alt_missing"});
  CHECK(has_blocking(findings));
  CHECK(findings[0].spot.line == 3);
  CHECK(findings[1].spot.block == 2);
  CHECK(findings[1].spot.field == "alt");
}

TEST_CASE("an alternative that says nothing is found, and does not block", "[checks]") {
  const auto fault = [](const std::string& alternative) {
    const auto findings = check_before_publishing({.images = {{{"alt", 0}, alternative}}}, is_known);
    CHECK_FALSE(has_blocking(findings));
    return keys_of(findings);
  };
  for (const char* name : {"IMG_2034.JPG", "facade-mairie.png", "DSC0042", "IMG-20260712-WA0003", "photo_12"})
    CHECK(fault(name) == Keys{"checks.alt_file_name"});
  for (const char* word : {"Image", "photo", "Logo", "sans titre"})
    CHECK(fault(word) == Keys{"checks.alt_says_nothing"});
  for (const char* opening : {"Image de la place", "Photo d’un chat", "photo : le lavoir"})
    CHECK(fault(opening) == Keys{"checks.alt_opening"});
  CHECK(fault(std::string(161, 'a')) == Keys{"checks.alt_long"});
  for (const char* good : {"Le rond-point de la D357", "La place de l’Église", "L’image du village au XIXe siècle"})
    CHECK(fault(good).empty());
}

TEST_CASE("a heading that skips a level is found, going back up is not", "[checks]") {
  const auto findings = check("## A\n\n#### B\n\n## C\n");
  REQUIRE(keys_of(findings) == Keys{"checks.heading_skipped"});
  CHECK(findings[0].spot.line == 3);
  CHECK(findings[0].arguments.at("words") == "B");
  CHECK(keys("### A\n") == Keys{"checks.heading_skipped"});
  CHECK(keys("# A\n\n## B\n\n### C\n\n# D\n") == Keys{});
}

TEST_CASE("the outline runs through the blocks", "[checks]") {
  const CheckInput input{
      .passages = {{{"body_markdown"}, "## A\n"}, {{"text", 0}, "### B\n"}, {{"text", 1}, "##### C\n"}}};
  const auto findings = check_before_publishing(input, is_known);
  REQUIRE(keys_of(findings) == Keys{"checks.heading_skipped"});
  CHECK(findings[0].spot.block == 1);
}

TEST_CASE("headings that are empty, too long or made of bold are found", "[checks]") {
  CHECK(keys("##\n\ntexte") == Keys{"checks.heading_empty"});
  CHECK(keys("## " + std::string(81, 'a')) == Keys{"checks.heading_long"});
  CHECK(keys("**Horaires d’été**\n\nOuvert.") == Keys{"checks.heading_bold"});
  CHECK(keys("**La mairie est fermée.**\n\n- **Lundi**\n- **Mardi**\n") == Keys{});
}

TEST_CASE("links whose words do not say where they lead are found", "[checks]") {
  for (const char* link : {"[ici](/demarches)", "[Cliquez ici !](/demarches)", "[En savoir plus…](/demarches)",
                           "[Plus d’infos](/demarches)", "[télécharger](/demarches)", "[« ce lien »](/demarches)"}) {
    CAPTURE(link);
    CHECK(keys(link) == Keys{"checks.link_vague"});
  }
  CHECK(keys("[](/demarches)") == Keys{"checks.link_empty"});
  CHECK(keys("https://exemple.fr/a/b") == Keys{"checks.link_address"});
  CHECK(keys("[www.exemple.fr](https://exemple.fr)") == Keys{"checks.link_address"});
  CHECK(keys("[la carte](ftp://exemple.fr)") == Keys{"checks.link_refused"});
}

TEST_CASE("the same words for two targets are found once, the same target is not", "[checks]") {
  CHECK(keys("[Le plan](https://a.fr) et [le plan](https://b.fr)") == Keys{"checks.link_same_words"});
  CHECK(keys("[Le plan](https://a.fr) et [le plan](https://a.fr)") == Keys{});
}

TEST_CASE("a path of the site that leads nowhere is found, whatever follows it", "[checks]") {
  CHECK(keys("[Nos démarches](/demarche)") == Keys{"checks.link_dead"});
  CHECK(keys("[Nos démarches](/demarches?tri=nom#haut), [l’école](/la-mairie/%C3%A9cole)") == Keys{});
  CHECK(keys("[Un autre site](https://exemple.fr/nulle-part)") == Keys{});
}

TEST_CASE("sentences over 25 words are found with their beginning", "[checks]") {
  CHECK(keys(words(25)) == Keys{});
  const auto findings = check("Bonjour.\n\n" + words(26));
  REQUIRE(keys_of(findings) == Keys{"checks.sentence_long"});
  CHECK(findings[0].spot.line == 3);
  CHECK(findings[0].arguments.at("count") == "26");
  CHECK(findings[0].arguments.at("words") == "Nous mangeons mangeons mangeons mangeons mangeons…");
}

TEST_CASE("a mean over 15 words is found from three sentences on", "[checks]") {
  CHECK(keys(words(20) + " " + words(20)) == Keys{});
  CHECK(keys(words(20) + " " + words(20) + " " + words(20)) == Keys{"checks.sentences_mean"});
  CHECK(keys(words(15) + " " + words(15) + " " + words(15)) == Keys{});
}

TEST_CASE("sentences are told apart as a reader does", "[checks]") {
  CHECK(sentences_of("M. Roux et Mme. Petit habitent au 3 av. Foch. Ils viennent !").size() == 2);
  CHECK(sentences_of("Il a dit : « Venez ! » et il est parti.").size() == 1);
  CHECK(sentences_of("La loi n° 2026-12 vaut 3.5 points… Vraiment ? Oui").size() == 3);
  CHECK(sentences_of("  ").empty());
  CHECK(count_words("De 9\u00A0h à 12\u00A0h\u00A030\u00A0: l’accueil !") == 8);
}

TEST_CASE("a passage in capitals is found, an acronym is not", "[checks]") {
  CHECK(keys("RÉUNION PUBLIQUE LE MARDI 3 MARS") == Keys{"checks.capitals"});
  CHECK(keys("## FÊTE DU VILLAGE 2026") == Keys{"checks.capitals"});
  CHECK(keys("Le SDIS 72 et l’ADMR du canton.") == Keys{});
  CHECK(keys_of(check_before_publishing({.lines = {{{"title"}, "FERMETURE DE LA MAIRIE"}}}, is_known)) ==
        Keys{"checks.capitals"});
}

TEST_CASE("a table whose columns have no title is found", "[checks]") {
  CHECK(keys("| | |\n|--|--|\n| Salle | 80 € |\n") == Keys{"checks.table_header"});
  CHECK(keys("| |\n|--|\n| Salle |\n") == Keys{"checks.table_header"});
}

TEST_CASE("what blocks comes first, then the order of the page", "[checks]") {
  const CheckInput input{.lines = {{{"summary"}, "VENEZ TOUS A LA FETE"}, {{"title"}, "FERMETURE DE LA MAIRIE"}},
                         .passages = {{{"body_markdown"}, "[ici](/demarches)\n\n![](/images/1/large)"}}};
  const auto findings = check_before_publishing(input, is_known);
  CHECK(keys_of(findings) == Keys{"checks.alt_missing", "checks.capitals", "checks.capitals", "checks.link_vague"});
  CHECK(findings[1].spot.field == "title");
}

TEST_CASE("a hopeless text gives fifty findings and no more", "[checks]") {
  std::string text;
  for (int count = 0; count < 200; ++count) text += "[ici](/nulle-part)\n\n";
  CHECK(check(text).size() == 50);
}

TEST_CASE("every finding has its sentence and its remedy in French", "[checks]") {
  const view::Catalogue catalogue(http::find_asset("locales/fr.json")->bytes);
  for (const Finding& finding :
       check("##\n\n#### " + std::string(81, 'a') +
             "\n\n**B**\n\nRÉUNION PUBLIQUE LE MARDI\n\n| |\n|--|\n| a |\n\n[](/x) [ici](/demarches) [ici](ftp://a.fr) "
             "https://a.fr ![](/i) ![a.png](/i) ![photo](/i) ![Image de a](/i) ![" +
             std::string(161, 'a') + "](/i)\n\n" + words(60) + words(60))) {
    CAPTURE(finding.key);
    CHECK(catalogue.has(finding.key));
    CHECK(catalogue.has(finding.key + ".remedy"));
  }
}
