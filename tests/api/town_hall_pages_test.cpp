// Exceptional hours, colours, declaration and overview: written by an agent, read by residents.
#include "tenants/site/content.hpp"
#include "tenants/site/feedback.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Pages {
  TestPlatform platform;
  Browser browser{platform};
  Browser visitor{platform};

  Pages() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  int save(const std::string& target, const json::Object& body) {
    return browser.json(http::Method::put, target, json::serialize(body)).status;
  }
  int look(const std::string& accent, const std::string& theme = "theme-ocre") {
    return save("/api/v1/commune/look",
                {{"theme", theme}, {"accent", accent}, {"logo_id", nullptr}, {"hero_id", nullptr}, {"welcome", ""}});
  }
  int legal(const json::Object& changes) {
    json::Object body{{"publication_director", ""}, {"dpo_contact", ""}, {"host", ""}, {"photo_credits", ""}, {"licence", ""}};
    for (const auto& [name, value] : changes) body[name] = value;
    return save("/api/v1/commune/legal", body);
  }
};

json::Object declaration() {
  json::Object object{{"audited_on", "2026-01-15"}, {"criteria_passed", 45},
                      {"criteria_applicable", 60},  {"auditor", "Cabinet Exemple"},
                      {"report_url", ""},           {"plan_url", "https://exemple.fr/schema"},
                      {"yearly_plan_url", ""},      {"contact_url", ""}};
  for (const char* list : {"burdens", "exempt", "technologies", "environments", "tools", "pages"})
    object[list] = json::Array();
  object["issues"] = json::Array{json::Value("La carte n’a pas de <b>texte</b>.")};
  return object;
}

}  // namespace

TEST_CASE("a colour of its own adds one sheet named by the colour, a stock theme adds none") {
  Pages pages;
  pages.visitor.get("/");
  CHECK_FALSE(pages.visitor.shows(".css\">\n<link rel=\"stylesheet\""));
  CHECK(pages.look("#84500F") == 200);
  pages.visitor.get("/");
  CHECK(pages.visitor.shows("/couleurs/84500f.css"));
  CHECK(pages.visitor.shows("/couleurs/84500f.svg"));
  pages.visitor.get("/couleurs/84500f.css");
  CHECK(pages.visitor.shows("--accent:#84500f"));
  pages.visitor.get("/favicon.svg");
  CHECK(pages.visitor.shows("#84500f"));
}

TEST_CASE("a colour that cannot be read is refused with the nearest that can") {
  Pages pages;
  CHECK(pages.look("#ffd700") == 422);
  CHECK(pages.browser.shows("La plus proche qui convient"));
  CHECK(pages.look("rouge") == 422);
  CHECK(pages.look("", "theme-noir") == 422);
  CHECK(pages.legal({{"licence", "gratuit"}}) == 422);
}

TEST_CASE("only readable colours in their one spelling have a file") {
  Pages pages;
  for (const char* path : {"/couleurs/ffd700.css", "/couleurs/84500F.css", "/couleurs/84500f.js", "/couleurs/84500f",
                           "/couleurs/x", "/couleurs/84500f.css.css"}) {
    INFO(path);
    CHECK(pages.visitor.get(path).status == 404);
  }
}

TEST_CASE("licence and credits stand in the legal notice") {
  Pages pages;
  CHECK(pages.legal({{"licence", "ouverte"}, {"photo_credits", "Club photo"}}) == 200);
  pages.visitor.get("/mentions-legales");
  CHECK(pages.visitor.shows("Licence Ouverte 2.0"));
  CHECK(pages.visitor.shows("Club photo"));
}

TEST_CASE("the legal pages say who publishes, who hosts and whom to ask about personal data") {
  Pages pages;
  CHECK(pages.legal({{"publication_director", "Paul Roux"}, {"host", "Hébergeur Exemple, Le Mans"}, {"dpo_contact", "dpo@cdg.example"}}) == 200);
  pages.visitor.get("/mentions-legales");
  CHECK(pages.visitor.shows("Paul Roux"));
  CHECK(pages.visitor.shows("Hébergeur Exemple, Le Mans"));
  CHECK_FALSE(pages.visitor.shows("à indiquer par la commune"));
  pages.visitor.get("/donnees-personnelles");
  CHECK(pages.visitor.shows("dpo@cdg.example"));
  CHECK(pages.legal({{"host", std::string(301, 'x')}}) == 422);
}

TEST_CASE("what the platform says of its host stands before what a town hall wrote") {
  TestPlatform platform([](Config& config) {
    config.hosting_name = "Syndicat informatique";
    config.hosting_phone = "02 43 00 00 09";
  });
  make_agent(*platform.tenant(), platform.now());
  Browser agent(platform);
  sign_in(agent);
  agent.json(http::Method::put, "/api/v1/commune/legal",
             R"({"publication_director":"","dpo_contact":"","host":"Autre","photo_credits":"","licence":""})");
  CHECK(agent.shows("\"platform_host\":\"Syndicat informatique\""));
  agent.get("/mentions-legales");
  CHECK(agent.shows("Syndicat informatique"));
  CHECK(agent.shows("téléphone\u00A0: 02 43 00 00 09"));
  CHECK_FALSE(agent.shows("Autre"));
}

TEST_CASE("the declaration changes the mention on every page and says what was found") {
  Pages pages;
  pages.visitor.get("/");
  CHECK(pages.visitor.shows(">Accessibilité\u00A0: non conforme</a>"));
  CHECK(pages.save("/api/v1/commune/accessibility", declaration()) == 200);
  pages.visitor.get("/");
  CHECK(pages.visitor.shows(">Accessibilité\u00A0: partiellement conforme</a>"));
  pages.visitor.get("/accessibilite");
  for (const char* text : {"Cabinet Exemple", "75\u00A0%", "https://exemple.fr/schema", "Défenseur des droits",
                           "Libre réponse 71120", "&lt;b&gt;texte"}) {
    INFO(text);
    CHECK(pages.visitor.shows(text));
  }
  json::Object wrong = declaration();
  wrong["report_url"] = "javascript:alert(1)";
  CHECK(pages.save("/api/v1/commune/accessibility", wrong) == 422);
}

TEST_CASE("exceptional hours are saved, read back and announced") {
  Pages pages;
  const json::Array exceptions{json::Object{
      {"first_day", "2099-12-24"}, {"last_day", "2099-12-24"}, {"intervals", json::Array()}, {"reason", "réveillon"}}};
  CHECK(pages.save("/api/v1/commune/exceptions", {{"open_on_holidays", true}, {"exceptions", exceptions}}) == 200);
  pages.browser.get("/api/v1/commune/exceptions");
  CHECK(pages.browser.shows("réveillon"));
  CHECK(pages.browser.shows("Noël"));
  CHECK(pages.save("/api/v1/commune/exceptions", {{"open_on_holidays", true}, {"exceptions", json::Array{3}}}) == 422);
}

TEST_CASE("the overview counts what remains and forgets what is done") {
  Pages pages;
  pages.browser.get("/api/v1/overview");
  const auto before = pages.browser.body().at("remaining").as_int64();
  CHECK(pages.look("") == 200);
  pages.browser.get("/api/v1/overview");
  CHECK(pages.browser.body().at("remaining").as_int64() == before - 1);  // the first steps are needed no more
  CHECK(pages.browser.shows("Apparence du site modifiée"));
  CHECK(pages.legal({{"licence", "ouverte"}, {"host", "Exemple, Le Mans"}}) == 200);
  pages.browser.get("/api/v1/overview");
  CHECK(pages.browser.body().at("remaining").as_int64() == before - 3);
}

TEST_CASE("the overview says what was done, and to what") {
  Pages pages;
  auto& tenant = *pages.platform.tenant();
  const auto dossier = sent_dossier(tenant, pages.platform.texts(), pages.platform.now());
  pages.browser.json(http::Method::patch, "/api/v1/dossiers/" + std::to_string(dossier.id.value) + "/work",
                     R"({"due_on":"2031-03-14","labels":["urgent"]})");
  REQUIRE(pages.browser.last().status == 200);
  REQUIRE(tenants::create_content(tenant, claire, {tenants::ContentKind::news, "", {"La salle rouvre", "", ""}},
                                  pages.platform.now()));
  CHECK(pages.browser.get("/api/v1/overview").status == 200);
  CHECK(pages.browser.shows("2031"));
  CHECK(pages.browser.shows("La salle rouvre"));
}

TEST_CASE("the cookie page names every cookie and no other") {
  Pages pages;
  pages.visitor.get("/cookies");
  for (const char* name : {"demarche-…", "suivi", "session"}) CHECK(pages.visitor.shows("<dt>" + std::string(name)));
  CHECK_FALSE(pages.visitor.shows("bandeau"));
}

TEST_CASE("a reader's remark waits on the first screen until it is handled") {
  Pages pages;
  auto& tenant = *pages.platform.tenant();
  const auto key = tenants::give_verdict(tenant, "/la-mairie", tenants::Verdict::not_useful, pages.platform.now());
  REQUIRE(key);
  pages.browser.get("/api/v1/overview");
  CHECK_FALSE(pages.browser.shows("remarque d’un lecteur"));
  const auto feedback = tenants::explain_verdict(tenant, *key, "", "Le plan manque.", pages.platform.now());
  REQUIRE(feedback);
  pages.browser.get("/api/v1/overview");
  CHECK(pages.browser.shows("1 remarque d’un lecteur"));
  pages.browser.json(http::Method::post, "/api/v1/feedback/" + std::to_string(feedback->id.value) + "/handled");
  pages.browser.get("/api/v1/overview");
  CHECK_FALSE(pages.browser.shows("remarque d’un lecteur"));
}
