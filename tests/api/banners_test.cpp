// Alerts as banners: where, when, how severe, and whose.
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/markup_scan.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Town {
  TestPlatform platform;
  Browser visitor{platform};

  tenants::Content alert(const std::string& title, json::Object details, std::string_view insee = mulsanne) {
    const auto made = tenants::create_published(*platform.tenant(insee), claire,
                                                {tenants::ContentKind::alert, "", {title, "", "", {}, std::move(details)}},
                                                platform.now());
    REQUIRE(made);
    return *made;
  }
  // Without the page that is called so: only what the banner says.
  bool announces(const std::string& path, const std::string& title) {
    visitor.get(path);
    const std::string page = visitor.page();
    const auto start = page.find("<section class=\"wrap alerts\"");
    return start != std::string::npos && page.substr(start, page.find("</section>", start) - start).find(title) != std::string::npos;
  }
};

}  // namespace

TEST_CASE("an alert for the whole site stands on every page, forms and errors too, below a heading") {
  Town town;
  town.alert("Eau coupée", {{"severity", "vigilance"}});
  for (const char* path :
       {"/", "/la-mairie", "/la-mairie/conseil-municipal", "/actualites", "/demarches", "/annuaire", "/actes", "/fiches",
        "/demarches/copie-acte-etat-civil", "/suivi", "/mentions-legales", "/accessibilite", "/donnees-personnelles",
        "/plan-du-site", "/inconnue"}) {
    INFO(path);
    CHECK(town.announces(path, "Eau coupée"));
    CHECK(town.visitor.shows("class=\"alert alert-vigilance\""));
    CHECK(town.visitor.shows("<strong class=\"alert-word\">Vigilance</strong>"));
    CHECK(town.visitor.shows("<h2 id=\"titre-alertes\" class=\"visually-hidden\">Alertes de la mairie</h2>"));
  }
  CHECK_FALSE(town.announces("/alertes", "Eau coupée"));  // said there already
  CHECK_FALSE(town.announces("/alertes/eau-coupee", "Eau coupée"));
}

TEST_CASE("an alert of a section stands there and nowhere else") {
  Town town;
  town.alert("Guichet fermé", {{"severity", "information"}, {"sections", {"la-mairie", "accueil"}}});
  for (const char* path : {"/", "/la-mairie", "/la-mairie/conseil-municipal"}) CHECK(town.announces(path, "Guichet fermé"));
  for (const char* path : {"/vivre-ici", "/actualites", "/demarches/copie-acte-etat-civil", "/suivi"}) {
    INFO(path);
    CHECK_FALSE(town.announces(path, "Guichet fermé"));
  }
}

TEST_CASE("a banner comes at its start and goes at its end, from cached pages within a minute") {
  Town town;
  const std::int64_t now = town.platform.now().seconds;
  town.alert("Vent fort", {{"severity", "urgence"}, {"starts", now + one_hour}, {"ends", now + 2 * one_hour}});
  CHECK_FALSE(town.announces("/", "Vent fort"));
  town.platform.clock.advance(one_hour + 60);
  CHECK(town.announces("/", "Vent fort"));
  CHECK(town.visitor.shows("Jusqu’au 24 novembre 2026 à 12"));
  town.platform.clock.advance(one_hour);
  CHECK_FALSE(town.announces("/", "Vent fort"));
}

TEST_CASE("an alert that is planned, taken back, changed or expired shows what is public at that moment") {
  Town town;
  auto& tenant = *town.platform.tenant();
  const auto alert = town.alert("Route barrée", {{"severity", "information"}});
  const Instant later = town.platform.now() + one_hour;
  auto text = alert.text;
  text.title = "Route rouverte";
  REQUIRE(tenants::save_content(tenant, claire, {alert.id, text, later + one_hour, 1}, town.platform.now()));
  CHECK(town.announces("/", "Route barrée"));
  CHECK_FALSE(town.announces("/", "Route rouverte"));
  REQUIRE(tenants::publish(tenant, claire, alert.id, 2, town.platform.now(), later));
  CHECK(town.announces("/", "Route barrée"));
  town.platform.clock.advance(one_hour + 60);
  CHECK(town.announces("/", "Route rouverte"));
  CHECK_FALSE(town.announces("/", "Route barrée"));
  town.platform.clock.advance(one_hour);
  CHECK_FALSE(town.announces("/", "Route"));  // expired
  const auto other = town.alert("Chien perdu", {{"severity", "information"}});
  CHECK(town.announces("/", "Chien perdu"));
  REQUIRE(tenants::unpublish(tenant, claire, other.id, town.platform.now()));
  CHECK_FALSE(town.announces("/", "Chien perdu"));
}

TEST_CASE("the most severe alert comes first, and none is another commune's") {
  Town town;
  town.alert("Inondation", {{"severity", "urgence"}});
  town.alert("Travaux", {{"severity", "information"}});
  town.alert("Ailleurs", {{"severity", "urgence"}}, saint_maixent);
  CHECK(town.announces("/", "Inondation"));
  CHECK(town.visitor.page().find("Inondation") < town.visitor.page().find("Travaux"));
  CHECK_FALSE(town.visitor.shows("Ailleurs"));
  Browser elsewhere(town.platform, saint_maixent);
  elsewhere.get("/");
  CHECK(elsewhere.shows("Ailleurs"));
  CHECK_FALSE(elsewhere.shows("Inondation"));
  CHECK(elsewhere.get("/alertes/inondation").status == 404);
}

TEST_CASE("a site without alert has no region for them, and a title is never code") {
  Town town;
  town.visitor.get("/");
  CHECK_FALSE(town.visitor.shows("titre-alertes"));
  town.alert("<script>alert(1)</script>", {{"severity", "information"}});
  CHECK(town.announces("/", "&lt;script&gt;"));
  CHECK(dangers_in(town.visitor.page()).empty());
}
