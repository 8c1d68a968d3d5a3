// The agenda as residents read it: lists, months, events, calendar files.
#include "core/base/text.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/directory.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/support/markup_scan.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Pages {
  TestPlatform platform;  // it is Tuesday 24 November 2026
  Browser browser{platform};

  tenants::Content add(const std::string& title, const json::Object& details, const std::string& summary = "",
                       std::string_view insee = mulsanne) {
    auto content = tenants::create_content(*platform.tenant(insee), claire,
                                           {tenants::ContentKind::event, "", {title, summary, "Venez.", {}, details}},
                                           platform.now());
    REQUIRE(content);
    return *content;
  }
  tenants::Content publish(const std::string& title, const json::Object& details, const std::string& summary = "",
                           std::string_view insee = mulsanne) {
    auto content = tenants::publish(*platform.tenant(insee), claire, add(title, details, summary, insee).id, 1,
                                    platform.now());
    REQUIRE(content);
    return *content;
  }
  bool shows(const std::string& path, const std::string& text) {
    INFO(path);
    REQUIRE(browser.get(path).status == 200);
    return browser.shows(text);
  }
};

json::Object at(const std::string& starts, const std::string& ends = "") {
  json::Object details{{"starts", starts}};
  if (!ends.empty()) details["ends"] = ends;
  return details;
}

json::Object weekly(const std::string& starts, const std::string& ends) {
  json::Object details = at(starts, ends);
  details["recurrence"] = json::Object{{"every", "week"}, {"until", "2027-06-30"}};
  return details;
}

}  // namespace

TEST_CASE("an empty agenda says so") {
  Pages pages;
  CHECK(pages.shows("/agenda", "Rien n’est annoncé pour le moment."));
  CHECK(pages.shows("/", "href=\"/agenda\""));
}

TEST_CASE("upcoming events stand under their month, what is over and drafts nowhere") {
  Pages pages;
  pages.publish("Marché de Noël", at("2026-12-05T10:00", "2026-12-05T18:30"));
  pages.publish("Fête passée", at("2026-11-20T10:00", "2026-11-20T11:00"));
  pages.add("Brouillon", at("2026-12-06T10:00", "2026-12-06T11:00"));
  CHECK(pages.shows("/agenda", "Décembre 2026"));
  CHECK(pages.browser.shows("Samedi 5 décembre 2026, de 10\u00A0h à 18\u00A0h\u00A030"));
  CHECK_FALSE(pages.browser.shows("Fête passée"));
  CHECK_FALSE(pages.browser.shows("Brouillon"));
  CHECK(pages.browser.get("/agenda/brouillon").status == 404);
  CHECK(pages.browser.get("/agenda/brouillon/evenement.ics").status == 404);
  pages.browser.get("/agenda.ics");
  CHECK_FALSE(pages.browser.shows("Brouillon"));
}

TEST_CASE("a month shows what happened then, and leads to the months beside it that hold something") {
  Pages pages;
  pages.publish("Fête passée", at("2026-10-31T10:00", "2026-10-31T11:00"));
  pages.publish("Fête à venir", at("2026-12-01T00:30", "2026-12-01T01:00"));
  CHECK(pages.shows("/agenda", "/agenda/mois/2026-10"));
  CHECK(pages.shows("/agenda/mois/2026-10", "Fête passée"));
  CHECK(pages.browser.shows("Agenda d’octobre 2026"));
  CHECK_FALSE(pages.browser.shows("Fête à venir"));
  CHECK_FALSE(pages.browser.shows("/agenda/mois/2026-09"));
  CHECK(pages.browser.shows("/agenda/mois/2026-11"));
  CHECK_FALSE(pages.shows("/agenda/mois/2026-11", "class=\"news\""));
  CHECK(pages.shows("/agenda/mois/2026-12", "Fête à venir"));
  CHECK_FALSE(pages.browser.shows("/agenda/mois/2027-01"));
  for (const char* wrong : {"/agenda/mois/2026-13", "/agenda/mois/1999-12", "/agenda/mois/2101-01",
                            "/agenda/mois/2026-1", "/agenda/mois/noel", "/agenda/mois"})
    CHECK(pages.browser.get(wrong).status == 404);
}

TEST_CASE("a meeting of every week stays at its hour when the clocks change") {
  Pages pages;
  pages.publish("Chorale", weekly("2026-12-01T18:00", "2026-12-01T20:00"));
  CHECK(pages.shows("/agenda/mois/2027-03", "Mardi 30 mars 2027, de 18\u00A0h à 20\u00A0h"));
  CHECK(pages.browser.shows("Mardi 23 mars 2027, de 18\u00A0h à 20\u00A0h"));
  CHECK(pages.shows("/agenda/chorale", "tous les mardis, jusqu’au 30 juin 2027"));
  CHECK(pages.browser.shows("Mardi 8 décembre 2026, de 18\u00A0h à 20\u00A0h"));
}

TEST_CASE("an event says where, who, how much, and leads to a map") {
  Pages pages;
  const auto hall = tenants::create_entry(*pages.platform.tenant(), claire, tenants::DirectoryKind::lieux,
                                          {.name = "Salle des fêtes",
                                           .address = "2 rue de la Gare",
                                           .postcode = "72230",
                                           .city = "Mulsanne"},
                                          pages.platform.now());
  REQUIRE(hall);
  json::Object details = at("2026-12-05T10:00");
  details["place_id"] = hall->id.value;
  details["organiser"] = "Comité <b>des fêtes</b>";
  details["price"] = "5 €";
  details["category"] = "Fête & jeux";
  pages.publish("Loto", details, "De beaux lots");
  CHECK(pages.shows("/agenda/loto", "Samedi 5 décembre 2026 à 10\u00A0h"));
  for (const char* text :
       {"/annuaire/lieux/salle-des-fetes", "2 rue de la Gare", "https://www.openstreetmap.org/search", "5 €",
        "Comité &lt;b&gt;des fêtes&lt;/b&gt;", "/agenda?categorie=F%C3%AAte%20%26%20jeux", "evenement.ics", "Venez."})
    CHECK(pages.browser.shows(text));
  CHECK(pages.shows("/agenda?categorie=F%C3%AAte%20%26%20jeux", "Loto"));
  CHECK(pages.browser.shows("noindex"));
  CHECK_FALSE(pages.shows("/agenda?categorie=%3Cscript%3E", "Loto"));
  CHECK(dangers_in(pages.browser.page()).empty());
}

TEST_CASE("an event of several whole days is on until its last midnight") {
  Pages pages;
  json::Object details = at("2026-11-21", "2026-11-24");
  details["all_day"] = true;
  pages.publish("Exposition", details);
  CHECK(pages.shows("/agenda", "Du samedi 21 au mardi 24 novembre 2026"));
  pages.platform.clock.advance(14 * one_hour);
  CHECK_FALSE(pages.shows("/agenda", "Exposition"));
  CHECK(pages.shows("/agenda/exposition", "Cet événement est terminé."));
}

TEST_CASE("each commune has its own agenda") {
  Pages pages;
  pages.publish("Bal", at("2026-12-05T10:00"), "", saint_maixent);
  CHECK_FALSE(pages.shows("/agenda", "Bal"));
  CHECK(pages.browser.get("/agenda/bal").status == 404);
  pages.browser.get("/agenda.ics");
  CHECK_FALSE(pages.browser.shows("Bal"));
}

TEST_CASE("the calendar file of an event is what calendars read") {
  Pages pages;
  json::Object details = weekly("2026-12-01T18:00", "2026-12-01T20:00");
  details["place"] = "Salle des fêtes";
  details["address"] = "2, rue de la Gare; au fond";
  pages.publish("Chorale, tous les mardis; entrée libre", details,
                "Une heure de chant pour qui aime chanter, débutants compris, dans la salle chauffée de la commune.");
  const http::Response& response = pages.browser.get("/agenda/chorale-tous-les-mardis-entree-libre/evenement.ics");
  REQUIRE(response.status == 200);
  CHECK(response.headers.get("Content-Type") == "text/calendar; charset=utf-8");
  std::string text = pages.browser.page();
  for (const std::string_view line : split(text, '\n')) {
    CHECK((line.empty() || line.ends_with('\r')));
    CHECK(line.size() <= 76);  // RFC 5545 3.1: 75 bytes and the line's end
  }
  std::erase(text, '\r');  // as git keeps files
  check_golden("calendar/event.ics", text);
  pages.browser.get("/agenda.ics");
  CHECK(pages.browser.shows("UID:evenement-"));
}

TEST_CASE("events and the agenda are in the site plan and the sitemap") {
  Pages pages;
  pages.publish("Loto", at("2026-12-05T10:00"));
  CHECK(pages.shows("/plan-du-site", "/agenda/loto"));
  CHECK(pages.shows("/sitemap.xml", "/agenda/loto</loc>"));
  CHECK(pages.browser.shows("/agenda</loc>"));
}
