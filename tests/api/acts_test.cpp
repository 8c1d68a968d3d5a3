// Acts as residents read them: search, particulars, file, open data, feed; nothing of drafts, nothing of other communes.
#include "tenants/site/act.hpp"

#include "core/security/crypto.hpp"
#include "tenants/site/act_settings.hpp"
#include "tenants/site/profile.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"
#include "tests/tenants/forms/sample_files.hpp"

using namespace clocher;
using namespace clocher::test;
using tenants::Act;
using tenants::ActKind;

namespace {

tenants::ActText arrete_text() {
  return {.number = "12",
          .object = "Stationnement <interdit> rue du Lavoir",
          .decided_on = *parse_iso_date("2026-11-20"),
          .author_first_name = "Jeanne",
          .author_name = "Martin",
          .author_quality = "maire"};
}

Act draft_in(TestPlatform& platform, std::string_view insee = mulsanne) {
  const auto tenant = platform.tenant(insee);
  const auto act = tenants::create_act(*tenant, claire, ActKind::arrete, arrete_text(), platform.now());
  REQUIRE(act);
  const auto given = tenants::give_act_file(*tenant, claire, act->id,
                                            {"file", "arrete.pdf", "application/pdf", forms::test::sample_pdf()},
                                            1 << 20, platform.now());
  REQUIRE(given);
  return *given;
}

Act published_in(TestPlatform& platform, std::string_view insee = mulsanne) {
  const Act draft = draft_in(platform, insee);
  const auto act = tenants::publish_act(*platform.tenant(insee), claire, draft.id, draft.version, platform.now());
  REQUIRE(act);
  return *act;
}

}  // namespace

TEST_CASE("residents find an act, read its particulars and download it") {
  TestPlatform platform;
  (void)published_in(platform);
  Browser browser(platform);
  run(browser,
      std::vector<Scenario>{
          {.name = "list",
           .target = "/actes",
           .contains = {"Arrêté n°\u00A012", "1 acte", "SIRET"},
           .lacks = {"<interdit>"}},
          {.name = "search", .target = "/actes?q=lavoir&annee=2026&type=arrete", .contains = {"Arrêté n°\u00A012"}},
          {.name = "nothing",
           .target = "/actes?q=piscine",
           .contains = {"Aucun acte ne correspond"},
           .lacks = {"Arrêté n°"}},
          {.name = "hostile search", .target = "/actes?q=%22%3E%3Cscript%3E&type=x&annee=abc", .lacks = {"<script"}},
          {.name = "act",
           .target = "/actes/arrete-12",
           .contains = {"Jeanne Martin, maire", "24 novembre 2026", "Empreinte", "/actes/arrete-12/acte.pdf"},
           .lacks = {"<interdit>"}},
          {.name = "site map", .target = "/plan-du-site", .contains = {"/actes/seances"}},
          {.name = "sitemap", .target = "/sitemap.xml", .contains = {"/actes/arrete-12<"}},
          {.name = "section", .target = "/la-mairie", .contains = {"href=\"/actes\""}},
          {.name = "feed", .target = "/actes/flux.xml", .contains = {"<entry><title>Arrêté n°", "&lt;interdit&gt;"}}});
}

TEST_CASE("the file of an act is what was published, public, with its tag") {
  TestPlatform platform;
  const Act act = published_in(platform);
  Browser browser(platform);
  const http::Response file = browser.get("/actes/arrete-12/acte.pdf");
  CHECK(file.status == 200);
  CHECK(file.headers.get("Content-Type") == "application/pdf");
  CHECK(file.headers.get("Content-Disposition") == "attachment; filename=\"arrete-12.pdf\"");
  CHECK(security::sha256_hex(file.payload()) == act.file->sha256);
  http::Request again = browser.request(http::Method::get, "/actes/arrete-12/acte.pdf");
  again.headers.set("If-None-Match", std::string(file.headers.get("ETag")));
  CHECK(browser.send(std::move(again)).status == 304);
}

TEST_CASE("a draft is on no page") {
  TestPlatform platform;
  (void)draft_in(platform);
  Browser browser(platform);
  run(browser, std::vector<Scenario>{{.name = "list", .target = "/actes", .lacks = {"Lavoir"}},
                                     {.name = "act", .target = "/actes/arrete-12", .status = 404},
                                     {.name = "feed", .target = "/actes/flux.xml", .lacks = {"Lavoir"}},
                                     {.name = "file", .target = "/actes/arrete-12/acte.pdf", .status = 404}});
}

TEST_CASE("a withdrawn act says when it was there, and gives neither object nor file") {
  TestPlatform platform;
  const Act act = published_in(platform);
  platform.clock.advance(70 * one_day);
  REQUIRE(tenants::withdraw_act(*platform.tenant(), claire, act.id, "Fin de la durée légale", platform.now()));
  Browser browser(platform);
  run(browser, std::vector<Scenario>{{.name = "list", .target = "/actes", .lacks = {"Lavoir"}},
                                     {.name = "page",
                                      .target = "/actes/arrete-12",
                                      .contains = {"n’est plus en ligne", "noindex"},
                                      .lacks = {"Lavoir", "Martin", "acte.pdf"}},
                                     {.name = "file", .target = "/actes/arrete-12/acte.pdf", .status = 404}});
}

TEST_CASE("the acts of one commune are in no other") {
  TestPlatform platform;
  (void)published_in(platform);
  Browser other(platform, saint_maixent);
  run(other, std::vector<Scenario>{{.name = "list", .target = "/actes", .lacks = {"Lavoir"}},
                                   {.name = "act", .target = "/actes/arrete-12", .status = 404},
                                   {.name = "file", .target = "/actes/arrete-12/acte.pdf", .status = 404}});
}

TEST_CASE("the meeting page brings together what belongs to a meeting, in the order of its life") {
  TestPlatform platform;
  const auto tenant = platform.tenant();
  const Date meeting = *parse_iso_date("2026-11-12");
  for (const ActKind kind : {ActKind::liste_deliberations, ActKind::ordre_du_jour}) {
    const auto act = tenants::create_act(
        *tenant, claire, kind, {.object = "Document", .decided_on = meeting, .meeting_on = meeting}, platform.now());
    REQUIRE(act);
    const auto given = tenants::give_act_file(*tenant, claire, act->id,
                                              {"file", "a.pdf", "application/pdf", forms::test::sample_pdf()}, 1 << 20,
                                              platform.now());
    REQUIRE(given);
    REQUIRE(tenants::publish_act(*tenant, claire, act->id, given->version, platform.now()));
  }
  Browser browser(platform);
  browser.get("/actes/seances/2026-11-12");
  const auto agenda = browser.page().find("Convocations et ordres du jour");
  CHECK(agenda < browser.page().find("Listes des délibérations"));
  run(browser,
      std::vector<Scenario>{
          {.name = "list", .target = "/actes/seances", .contains = {"/actes/seances/2026-11-12", "2 documents"}},
          {.name = "no meeting", .target = "/actes/seances/2026-11-13", .status = 404},
          {.name = "no date", .target = "/actes/seances/hier", .status = 404}});
}

TEST_CASE("the open data waits for the SIRET and says so") {
  TestPlatform platform;
  Browser browser(platform);
  run(browser, {.name = "waits", .target = "/actes/deliberations.csv", .status = 404, .contains = {"numéro SIRET"}});
  const auto tenant = platform.tenant();
  const std::string siren = tenant->read([](db::ReadTx& tx) { return tenants::read_profile(tx).siren; });
  std::string siret;
  for (int nic = 10; siret.empty(); ++nic) {
    if (tenants::is_siret(siren + "000" + std::to_string(nic))) siret = siren + "000" + std::to_string(nic);
  }
  REQUIRE(tenants::save_act_settings(*tenant, claire, {.siret = siret}, platform.now()));
  run(browser,
      {.name = "is there", .target = "/actes/deliberations.csv", .contains = {"COLL_NOM,COLL_SIRET,DELIB_ID"}});
  run(browser, {.name = "is linked", .target = "/actes", .contains = {"/actes/deliberations.csv"}});
}
