// News and events for feed readers, and what associations propose for the agenda.
#include "core/base/text.hpp"
#include "core/xml/xml.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/event_proposal.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <algorithm>

using namespace clocher;
using namespace clocher::test;
using tenants::ContentKind;

namespace {

struct Pages {
  TestPlatform platform;
  Browser browser{platform};

  void publish(ContentKind kind, const tenants::ContentText& text, std::string_view insee = mulsanne) {
    REQUIRE(tenants::create_published(*platform.tenant(insee), claire, {kind, "", text}, platform.now()));
  }
  xml::Node feed(const std::string& path) {
    REQUIRE(browser.get(path).status == 200);
    auto parsed = xml::parse(browser.page());
    REQUIRE(parsed);
    return *parsed;
  }
};

std::vector<PageAnswers> proposal() {
  return {{"evenement",
           {{"event_title", "Loto de l’école"},
            {"event_day", "12/12/2026"},
            {"event_start", "18 h 30"},
            {"event_end", "23:00"},
            {"event_place", "Salle des fêtes"},
            {"event_text", "Venez **tous**."}}},
          {"vous",
           {{"event_organiser", "Amicale laïque"},
            {"sender_name", "Jeanne Martin"},
            {"sender_email", "jeanne@exemple.fr"}}}};
}

}  // namespace

TEST_CASE("feeds are well-formed whatever a title says, and give the whole text with complete addresses") {
  Pages pages;
  pages.publish(ContentKind::news, {"Rue <b>barrée</b> & ]]> \"fermée\"", "Résumé", "Voir [le plan](/plan-du-site).", {}, {}});
  const xml::Node atom = pages.feed("/actualites.atom");
  CHECK(pages.browser.last().headers.get("Content-Type") == "application/atom+xml; charset=utf-8");
  const xml::Node* entry = atom.find("entry");
  REQUIRE(entry != nullptr);
  CHECK(xml::text_of(*entry->find("title")) == "Rue <b>barrée</b> & ]]> \"fermée\"");
  CHECK(xml::text_of(*entry->find("content")).find("href=\"" + pages.platform.origin() + "/plan-du-site\"") !=
        std::string::npos);
  CHECK(xml::text_of(*entry->find("id")).starts_with(pages.platform.origin() + "/actualites/"));
  const xml::Node rss = pages.feed("/actualites.rss");
  CHECK(rss.attribute("version") == "2.0");
  CHECK(xml::text_of(*rss.find("channel")->find("item")->find("title")) == "Rue <b>barrée</b> & ]]> \"fermée\"");
}

TEST_CASE("the feed of the agenda says when and where") {
  Pages pages;
  pages.publish(ContentKind::event, {"Loto", "De beaux lots", "Venez.", {},
                                     {{"starts", "2026-12-05T18:00"}, {"place", "Salle des fêtes"}}});
  pages.feed("/agenda.atom");
  check_golden("feeds/agenda.atom", pages.browser.page());
}

TEST_CASE("a feed holds the thirty newest, no draft, nothing of another commune") {
  Pages pages;
  for (int i = 0; i < 31; ++i) pages.publish(ContentKind::news, {"Nouvelle " + std::to_string(i), "", "Texte.", {}, {}});
  pages.publish(ContentKind::news, {"Ailleurs", "", "Texte.", {}, {}}, saint_maixent);
  REQUIRE(tenants::create_content(*pages.platform.tenant(), claire,
                                  {ContentKind::news, "", {"Brouillon", "", "Texte.", {}, {}}}, pages.platform.now()));
  const xml::Node atom = pages.feed("/actualites.atom");
  CHECK(std::ranges::count(atom.children, "entry", &xml::Node::name) == 30);
  CHECK_FALSE(pages.browser.shows("Ailleurs"));
  CHECK_FALSE(pages.browser.shows("Brouillon"));
}

TEST_CASE("an empty feed is a feed, and every page leads to it") {
  Pages pages;
  CHECK(pages.feed("/agenda.atom").find("entry") == nullptr);
  pages.browser.get("/");
  CHECK(pages.browser.shows("href=\"/actualites.atom\""));
  CHECK(pages.browser.shows("href=\"/agenda.atom\""));
}

TEST_CASE("a page says of itself what links to it show, and an error page does not") {
  Pages pages;
  pages.publish(ContentKind::event, {"Loto \"<géant>\"", "De beaux lots", "Venez.", {}, {{"starts", "2026-12-05"}, {"all_day", true}}});
  pages.browser.get("/agenda/loto-geant");
  const std::string url = pages.platform.origin() + "/agenda/loto-geant";
  CHECK(pages.browser.shows("<link rel=\"canonical\" href=\"" + url + "\">"));
  CHECK(pages.browser.shows("<meta property=\"og:url\" content=\"" + url + "\">"));
  CHECK(pages.browser.shows("<meta property=\"og:title\" content=\"Loto &quot;&lt;géant&gt;&quot;\">"));
  CHECK(pages.browser.shows("<meta property=\"og:description\" content=\"De beaux lots\">"));
  CHECK_FALSE(pages.browser.shows("og:image"));
  pages.browser.get("/rien");
  CHECK_FALSE(pages.browser.shows("og:title"));
}

TEST_CASE("a proposal becomes one draft of the agenda, however often it is asked for") {
  Pages pages;
  make_agent(*pages.platform.tenant(), pages.platform.now());
  Browser resident(pages.platform);
  resident.get("/agenda");
  CHECK(resident.shows("href=\"/demarches/proposer-un-evenement\""));
  const auto dossier = sent_dossier(*pages.platform.tenant(), pages.platform.texts(), pages.platform.now(), proposal(),
                                    tenants::event_proposal_procedure);
  const std::string path = "/api/v1/dossiers/" + std::to_string(dossier.id.value) + "/event";
  CHECK(pages.browser.json(http::Method::post, path).status == 401);
  sign_in(pages.browser);
  REQUIRE(pages.browser.json(http::Method::post, path).status == 200);
  const auto id = pages.browser.body().at("content_id").as_int64();
  REQUIRE(pages.browser.json(http::Method::post, path).status == 200);
  CHECK(pages.browser.body().at("content_id").as_int64() == id);
  pages.browser.get("/api/v1/contents/" + std::to_string(id));
  CHECK(pages.browser.body().at("state") == "draft");
  for (const char* text : {"Loto de l’école", "2026-12-12T18:30", "2026-12-12T23:00", "Salle des fêtes", "Amicale laïque"})
    CHECK(pages.browser.shows(text));
  CHECK_FALSE(pages.browser.shows("Jeanne"));
  resident.get("/agenda");
  CHECK_FALSE(resident.shows("Loto"));
}

TEST_CASE("a request of another kind makes no event") {
  Pages pages;
  make_agent(*pages.platform.tenant(), pages.platform.now());
  sign_in(pages.browser);
  const auto dossier = sent_dossier(*pages.platform.tenant(), pages.platform.texts(), pages.platform.now());
  const std::string path = "/api/v1/dossiers/" + std::to_string(dossier.id.value) + "/event";
  CHECK(pages.browser.json(http::Method::post, path).status == 409);
}

TEST_CASE("hours are read as people write them, and nothing else is taken for one") {
  for (const char* text : {"18 h 30", "18h30", "18:30", "18\u00A0H\u00A030"}) CHECK(tenants::parse_hour(text) == 1110);
  CHECK(tenants::parse_hour("9h") == 540);
  for (const char* text : {"", "18", "le soir", "25 h", "18 h 75", "18 h 30 h", "118 h"})
    CHECK_FALSE(tenants::parse_hour(text));
}
