// Search as residents use it: what is public is found in plain French, the rest never.
#include "core/base/text.hpp"
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Site {
  TestPlatform platform;
  Browser reader{platform};

  tenants::Content write(std::string_view title, std::string_view body, std::string_view insee = mulsanne) {
    return tenants::create_content(*platform.tenant(insee), claire,
                                   {tenants::ContentKind::news, "", {std::string(title), "", std::string(body)}}, platform.now())
        .value();
  }
  void publish(std::string_view title, std::string_view body, std::string_view insee = mulsanne) {
    const auto content = write(title, body, insee);
    REQUIRE(tenants::publish(*platform.tenant(insee), claire, content.id, content.revision, platform.now()));
  }
  bool finds(std::string_view query, std::string_view title) {
    reader.get("/recherche?q=" + percent_encode(query));
    CHECK(reader.last().status == 200);
    return reader.shows(">" + std::string(title) + "</a></h3>");
  }
};

}  // namespace

TEST_CASE("what is published is found by plurals, accents, capitals, synonyms and with one wrong letter") {
  Site site;
  site.publish("Ramassage des sapins", "Les agents passent en janvier devant chaque maison.");
  for (const char* query : {"sapin", "SAPINS", "ramassages sapin", "sapims", "janvier maisons", "sapi"}) {
    INFO(query);
    CHECK(site.finds(query, "Ramassage des sapins"));
  }
  CHECK(site.finds("dechet", "Déchets et tri"));
  CHECK(site.finds("poubelles", "Déchets et tri"));
  CHECK(site.finds("acte de naissance", "Demande de copie d’acte d’état civil"));
  CHECK(site.finds("mairie", "Mairie de Mulsanne"));
}

TEST_CASE("drafts, withdrawn and deleted texts are never found, and neither is another commune's") {
  Site site;
  site.write("Brouillon zébulon", "secret");
  site.publish("Voisin zébulon", "chez eux", saint_maixent);
  const auto gone = site.write("Parti zébulon", "x");
  REQUIRE(tenants::publish(*site.platform.tenant(), claire, gone.id, gone.revision, site.platform.now()));
  CHECK(site.finds("zébulon", "Parti zébulon"));
  REQUIRE(tenants::unpublish(*site.platform.tenant(), claire, gone.id, site.platform.now()));
  site.reader.get("/recherche?q=z%C3%A9bulon");
  for (const char* title : {"Brouillon z", "Voisin z", "Parti z"}) CHECK_FALSE(site.reader.shows(title));
}

TEST_CASE("signs of Markdown and markup stay out of the passages") {
  Site site;
  site.publish("Kermesse", "## Programme\n\n**Samedi** : [jeux](/agenda) pour les enfants & <b>parents</b>.");
  CHECK(site.finds("kermesse samedi", "Kermesse"));
  CHECK_FALSE(site.reader.shows("**"));
  CHECK_FALSE(site.reader.shows("](/agenda)"));
  CHECK_FALSE(site.reader.shows("<b>"));
  CHECK(site.reader.shows("<mark>Samedi</mark>"));
}

TEST_CASE("hostile and empty queries get a page and nothing more") {
  Site site;
  for (const char* query : {"%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "a*%20b*%20c*", "%00", "NEAR(a%20b)", "%FF%FE", "", "%22%22",
                            "title:mairie", "-", "((((((", "%27%20OR%201=1%20--"}) {
    INFO(query);
    site.reader.get(std::string("/recherche?q=") + query);
    CHECK(site.reader.last().status == 200);
    CHECK_FALSE(site.reader.shows("<script"));
  }
  site.reader.get("/recherche?q=" + std::string(1500, 'x'));
  CHECK(site.reader.last().status == 200);
  CHECK(site.reader.shows("trop longue"));
}

TEST_CASE("results are counted by kind and may be narrowed to one") {
  Site site;
  site.publish("La mairie ferme plus tôt", "Jeudi.");
  site.reader.get("/recherche?q=mairie");
  CHECK(site.reader.shows("type=news"));
  site.reader.get("/recherche?q=mairie&type=news");
  CHECK(site.reader.shows("La mairie ferme plus tôt</a></h3>"));
  CHECK_FALSE(site.reader.shows(">Horaires et contact</a></h3>"));
}

TEST_CASE("an empty result says what to do") {
  Site site;
  site.reader.get("/recherche?q=xylophone");
  CHECK(site.reader.shows("Aucun résultat"));
  CHECK(site.reader.shows("/plan-du-site"));
  CHECK(site.reader.shows("noindex"));
}

TEST_CASE("a page that does not exist proposes those that its address speaks of") {
  Site site;
  site.reader.get("/vivre-ici/les-dechets-et-le-tri");
  CHECK(site.reader.last().status == 404);
  CHECK(site.reader.shows("Vous cherchiez peut-être"));
  CHECK(site.reader.shows("href=\"/vivre-ici/dechets-et-tri\""));
}
