// The vocabulary of Service-Public as HTML: one golden page of all of it, and what hostile documents become.
#include "api/resident/sheets/html.hpp"
#include "core/http/assets.hpp"
#include "tenants/sheets/importer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/sheet_samples.hpp"
#include "tests/support/test_platform.hpp"
#include "tests/support/zip_maker.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace clocher;
using namespace clocher::test;

namespace {

struct Drawing {
  view::Catalogue words{http::find_asset("locales/fr.json")->bytes, view::OnMissing::throws};
  sheets::Index nothing;

  [[nodiscard]] std::string draw(const SampleSheet& sample, std::map<std::string, std::string> conditions = {}) const {
    auto document = sheets::read_document(xml::parse(sheet_xml(sample)).value(), std::nullopt).value();
    return api::resident::sheet_html(document.sheet, document.root,
                                     {nothing, words, std::move(conditions), {{"mairie", "<p>Notre mairie</p>\n"}}});
  }
  [[nodiscard]] std::string body(const std::string& inside) const {
    return draw({.body = "<Texte>" + inside + "</Texte>"});
  }
};

// Every "<h2" .. "<h6" in order.
std::vector<int> heading_levels(const std::string& html) {
  std::vector<int> levels;
  for (std::size_t at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
    if (html[at + 2] >= '1' && html[at + 2] <= '6') levels.push_back(html[at + 2] - '0');
  }
  return levels;
}

bool holds(const std::string& html, std::string_view text) { return html.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the whole vocabulary of a sheet is drawn as the golden page shows") {
  const Drawing drawing;
  const std::string xml = read_whole(std::string(CLOCHER_FIXTURES) + "/sheets/vocabulary.xml");
  auto document = sheets::read_document(xml::parse(xml).value(), std::nullopt).value();
  const std::string html = api::resident::sheet_html(
      document.sheet, document.root,
      {drawing.nothing, drawing.words, {{"T1", "Vous êtes locataire"}}, {{"mairie", "<p>Notre mairie</p>\n"}}});
  check_golden("pages/sheet_vocabulary.html", html);
}

TEST_CASE("headings begin at level 2 and leave none out, however deep the chapters") {
  const Drawing drawing;
  const std::string html = drawing.draw(
      {.body = "<ListeSituations affichage=\"onglet\"><Situation><Titre>A</Titre><Texte><Chapitre><Titre>B</Titre>"
               "<SousChapitre><Titre>C</Titre><OuSAdresser><Titre>D</Titre><Texte><Chapitre><Titre>E</Titre></Chapitre>"
               "</Texte></OuSAdresser></SousChapitre></Chapitre></Texte></Situation><Situation><Titre>F</Titre><Texte>"
               "<Chapitre><Titre>G</Titre></Chapitre></Texte></Situation></ListeSituations>"});
  CHECK(heading_levels(html) == std::vector<int>{2, 3, 4, 5, 2, 3});
}

TEST_CASE("no document brings an element, an attribute or a script of its own") {
  const Drawing drawing;
  const std::string evil = "&lt;script&gt;alert(1)&lt;/script&gt;\"' onmouseover=x";
  const std::string attribute = "&quot;&gt;&lt;img src=x onerror=alert(1)&gt;";
  for (const std::string& inside :
       {"<Paragraphe>" + evil + "</Paragraphe>", "<Chapitre><Titre>" + evil + "</Titre></Chapitre>",
        "<Liste><Item>" + evil + "</Item></Liste>", "<script>" + evil + "</script>",
        "<ASavoir><Titre>" + evil + "</Titre></ASavoir>",
        "<BlocCas><Cas><Titre>" + evil + "</Titre></Cas><Cas><Titre>b</Titre></Cas></BlocCas>",
        "<Tableau><Titre>" + evil + "</Titre><Rangée><Cellule fusionHorizontale=\"" + attribute + "\">" + evil +
            "</Cellule></Rangée></Tableau>",
        "<Paragraphe><LienExterne URL=\"https://a.fr/" + attribute + "\">" + evil + "</LienExterne></Paragraphe>",
        "<Paragraphe><LienInterne LienPublication=\"" + attribute + "\">" + evil + "</LienInterne></Paragraphe>",
        "<Paragraphe><TermeEtranger langue=\"" + attribute + "\">" + evil + "</TermeEtranger></Paragraphe>",
        "<ServiceEnLigne URL=\"" + attribute + "\" numerocerfa=\"" + attribute + "\" poids=\"" + attribute +
            "\" format=\"application/pdf\"><Titre>" + evil + "</Titre></ServiceEnLigne>",
        "<Image><TexteDeRemplacement>" + evil + "</TexteDeRemplacement></Image>",
        "<OuSAdresser><Titre>" + evil + "</Titre><PivotLocal>" + evil + "</PivotLocal></OuSAdresser>"}) {
    const std::string html = drawing.body(inside);
    INFO(inside << "\n" << html);
    CHECK_FALSE(holds(html, "<script"));
    CHECK_FALSE(holds(html, "<img"));
    CHECK_FALSE(holds(html, "\" onmouseover"));
    CHECK_FALSE(holds(html, "\"><" + std::string("img")));
  }
}

TEST_CASE("links go to the web, mail and telephones only; any other keeps its words") {
  const Drawing drawing;
  const auto link_to = [&](const std::string& url) {
    return drawing.body("<Paragraphe><LienExterne URL=\"" + url + "\">mot</LienExterne></Paragraphe>");
  };
  CHECK(link_to("https://exemple.fr/a?b=1&amp;c=2") ==
        "<p><a rel=\"noopener external\" href=\"https://exemple.fr/a?b=1&amp;c=2\">mot</a></p>\n");
  CHECK(link_to("mailto:a@exemple.fr") == "<p><a href=\"mailto:a@exemple.fr\">mot</a></p>\n");
  for (const char* url : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
                          "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//mechant.example", "/chemin", "",
                          "https://", "https://a b", "https:javascript:alert(1)", "&#1;javascript:alert(1)"}) {
    INFO(url);
    const auto parsed = xml::parse(sheet_xml({.body = "<Texte><Paragraphe><LienExterne URL=\"" + std::string(url) +
                                                      "\">mot</LienExterne></Paragraphe></Texte>"}));
    if (!parsed) continue;
    CHECK(link_to(url) == "<p>mot</p>\n");
  }
}

TEST_CASE("an unknown element gives its text, and blocks inside lines do not break the page") {
  const Drawing drawing;
  CHECK(drawing.body("<Nouveau>Texte <Autre>inconnu</Autre></Nouveau>") == "<p>Texte </p>\n<p>inconnu</p>\n");
  CHECK(drawing.body("<Paragraphe>avant<Liste><Item><Paragraphe>a</Paragraphe></Item></Liste>après</Paragraphe>") ==
        "<p>avant</p>\n<ul>\n<li>a</li>\n</ul>\n<p>après</p>\n");
  CHECK(drawing.body("<Paragraphe><MiseEnEvidence>a<Liste><Item>b</Item></Liste></MiseEnEvidence></Paragraphe>") ==
        "<p><strong>ab</strong></p>\n");
}

TEST_CASE("cells that span keep the table whole, and absurd spans are cut") {
  const Drawing drawing;
  const std::string html = drawing.body(
      "<Tableau><Colonne type=\"header\"/><Colonne type=\"normal\"/><Rangée type=\"header\"><Cellule>A</Cellule>"
      "<Cellule>B</Cellule></Rangée><Rangée type=\"normal\"><Cellule fusionVerticale=\"99999\">C</Cellule><Cellule>1"
      "</Cellule></Rangée><Rangée type=\"normal\"><Cellule fusionHorizontale=\"-4\">2</Cellule></Rangée></Tableau>");
  CHECK(holds(html, "<th scope=\"col\"><p>A</p>\n</th>"));
  CHECK(holds(html, "<th scope=\"row\" rowspan=\"2\"><p>C</p>\n</th><td><p>1</p>"));
  CHECK(holds(html, "<tr><td><p>2</p>\n</td></tr>"));  // the second column: the first is still taken
}

TEST_CASE("a condition is said in words, or that there is one") {
  const Drawing drawing;
  const SampleSheet sample{.body =
                               "<Texte><FragmentConditionne><Condition><ou><estVrai var=\"T1\"/><estVrai var=\"T2\"/>"
                               "</ou></Condition><Paragraphe>Payez.</Paragraphe></FragmentConditionne></Texte>"};
  const std::string known = drawing.draw(sample, {{"T1", "Vous êtes locataire"}, {"T2", "Vous êtes étudiant"}});
  CHECK(holds(known, "« Vous êtes locataire » ou « Vous êtes étudiant »"));
  CHECK(holds(known, "<p>Payez.</p>"));
  CHECK(holds(drawing.draw(sample), "Seulement dans certaines situations"));
}

TEST_CASE("a word of the glossary and its meaning lead to each other, once") {
  const Drawing drawing;
  const std::string html = drawing.draw(
      {.body =
           "<Texte><Paragraphe><LienIntra LienID=\"R10\" type=\"Définition de glossaire\">bail</LienIntra> et "
           "<LienIntra LienID=\"R10\">bail</LienIntra></Paragraphe></Texte><Definition ID=\"R10\"><Titre>Bail</Titre>"
           "<Texte><Paragraphe>Contrat.</Paragraphe></Texte></Definition><Definition ID=\"R10\"><Titre>Double</Titre>"
           "<Texte/></Definition><Definition ID=\"R 11\"><Titre>Faux</Titre><Texte/></Definition>"});
  CHECK(holds(
      html,
      "<a class=\"term\" href=\"#mot-R10\" id=\"ici-R10\">bail</a> et <a class=\"term\" href=\"#mot-R10\">bail</a>"));
  CHECK(holds(html, "<dt id=\"mot-R10\">Bail</dt>\n<dd>Contrat. <a href=\"#ici-R10\">"));
  CHECK_FALSE(holds(html, "Double"));
  CHECK_FALSE(holds(html, "Faux"));
}

TEST_CASE("a desk that the commune has is its own; others lead to the State's directory") {
  const Drawing drawing;
  const auto desk = [&](const std::string& pivot) {
    return drawing.body("<OuSAdresser ID=\"R1\"><Titre>Guichet</Titre><PivotLocal>" + pivot +
                        "</PivotLocal><RessourceWeb URL=\"https://lannuaire.service-public.fr/\"/></OuSAdresser>");
  };
  CHECK(holds(desk("mairie"), "<p>Notre mairie</p>"));
  CHECK_FALSE(holds(desk("mairie"), "lannuaire"));
  CHECK(holds(desk("caf"), "<a rel=\"noopener external\" href=\"https://lannuaire.service-public.fr/\">Guichet</a>"));
  CHECK_FALSE(holds(desk("caf"), "Notre mairie"));
}

TEST_CASE("every element of the schema is known to the renderer, others are not") {
  for (const char* name :
       {"Paragraphe", "dc:title", "Chapitre", "Cas", "estVrai", "Rangée", "Partenaire", "Indice", "VoirAussi"})
    CHECK(api::resident::is_known_element(name));
  CHECK_FALSE(api::resident::is_known_element("Nouveau"));
}
