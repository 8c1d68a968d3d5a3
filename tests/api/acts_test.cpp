// Acts as residents read them: search, particulars, file, open data, feed; nothing of drafts, nothing of other communes.
#include "tenants/site/act.hpp"

#include "core/security/crypto.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/site/act_settings.hpp"
#include "tenants/site/profile.hpp"
#include "tests/support/api_contract.hpp"
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

namespace {

const char* const new_act =
    R"({"kind":"deliberation","number":"2026-41","object":"Subvention","decided_on":"2026-11-12","subject_code":"7.5",
"vote_members":11,"vote_present":10,"vote_for":8,"vote_against":1,"vote_abstained":1})";

struct Office {
  TestPlatform platform;
  Browser browser{platform};

  Office() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  json::Object json(http::Method method, const std::string& target, const std::string& body, int status) {
    const auto& response = browser.json(method, "/api/v1/acts" + target, body);
    INFO(target << " " << response.payload());
    CHECK(response.status == status);
    const auto wrong = breaches(method, "/api/v1/acts" + target, response);
    for (const auto& breach : wrong) FAIL_CHECK(breach);
    return response.status == 204 ? json::Object() : browser.body();
  }
  json::Object give_file(std::int64_t id, const std::string& bytes, int status) {
    const std::string target = "/api/v1/acts/" + std::to_string(id) + "/file";
    const auto& response = browser.post(target, {}, {{"file", "acte.pdf", "application/pdf", bytes}});
    INFO(response.payload());
    CHECK(response.status == status);
    CHECK(breaches(http::Method::post, target, response).empty());
    return browser.body();
  }
  std::string version(const json::Object& act) {
    return R"({"base_version":)" + std::to_string(*json::find_integer(act, "version")) + "}";
  }
};

}  // namespace

TEST_CASE("an agent prepares an act, gives its file, publishes it, and is told from when it may be withdrawn") {
  Office office;
  const auto draft = office.json(http::Method::post, "", new_act, 201);
  CHECK(json::find_object(draft, "lacks")->contains("file"));
  CHECK(json::string_or(draft, "meeting_on") == "2026-11-12");
  const auto given = office.give_file(1, forms::test::sample_pdf(), 200);
  CHECK(json::find_object(given, "lacks")->empty());
  const auto act = office.json(http::Method::post, "/1/publish", office.version(given), 200);
  CHECK(json::string_or(act, "state") == "published");
  CHECK(json::string_or(act, "withdrawable_on") == "2027-01-25");
  CHECK_FALSE(json::is_true(act, "may_withdraw"));
  CHECK(office.browser.get("/actes/deliberation-2026-41").status == 200);
  (void)office.json(http::Method::post, "/1/withdraw", R"({"reason":"Erreur"})", 409);
  (void)office.json(http::Method::delete_, "/1", "", 409);
  (void)office.json(http::Method::post, "/1/prefecture", R"({"prefecture_id":"072-1","prefecture_on":"2026-11-20"})",
                    200);
  CHECK(json::find_integer(office.json(http::Method::post, "/1/replacement", "", 201), "replaces") == 1);
  office.platform.clock.advance(70 * one_day);
  sign_in(office.browser);
  CHECK(json::find_integer(office.json(http::Method::get, "/1/proof", "", 200), "checks") == 0);
  CHECK(json::string_or(office.json(http::Method::post, "/1/withdraw", R"({"reason":"Fin"})", 200), "state") ==
        "withdrawn");
  (void)office.json(http::Method::get, "", "", 200);
}

TEST_CASE("a draft says what is wrong, keeps its version, and goes") {
  Office office;
  (void)office.json(http::Method::post, "", R"({"kind":"arrete","object":"Essai","decided_on":"hier"})", 422);
  (void)office.json(http::Method::post, "", R"({"kind":"arrete","object":"Essai","vote_for":1})", 422);
  (void)office.json(http::Method::post, "", R"({"kind":"loi","object":"Essai"})", 422);
  const auto draft = office.json(http::Method::post, "", R"({"kind":"arrete","object":"Essai"})", 201);
  (void)office.json(http::Method::put, "/1", R"({"object":"Autre","base_version":0})", 409);
  (void)office.json(http::Method::post, "/1/publish", office.version(draft), 422);
  (void)office.json(http::Method::get, "/1/proof", "", 409);
  (void)office.give_file(1, "pas un PDF", 422);
  (void)office.json(http::Method::delete_, "/1", "", 204);
  (void)office.json(http::Method::get, "/1", "", 404);
}

TEST_CASE("a file for an act that comes from another site is refused") {
  Office office;
  (void)office.json(http::Method::post, "", new_act, 201);
  const auto parts = multipart({}, {{"file", "acte.pdf", "application/pdf", forms::test::sample_pdf()}});
  http::Request request = office.browser.request(http::Method::post, "/api/v1/acts/1/file");
  request.headers.set("Sec-Fetch-Site", "cross-site");
  request.headers.set("Origin", "https://mal.example");
  request.headers.set("Content-Type", parts.content_type);
  request.body = parts.body;
  CHECK(office.browser.send(std::move(request)).status == 403);
}

TEST_CASE("settings and tables of acts are read and written") {
  Office office;
  const auto settings = office.json(http::Method::get, "/settings", "", 200);
  CHECK_FALSE(json::is_true(settings, "may_choose"));
  (void)office.json(http::Method::put, "/settings",
                    R"({"publicity":"affichage","chosen_by":"1","chosen_on":"2026-03-03","place":"Mairie","siret":""})",
                    409);
  (void)office.json(http::Method::put, "/settings",
                    R"({"publicity":"electronique","chosen_by":"","chosen_on":"","place":"","siret":"123"})", 422);
  CHECK(json::find_array(office.json(http::Method::get, "/tables", "", 200), "kinds")->size() == 8);
}

TEST_CASE("an attestation is asked for, made in the background and taken") {
  Office office;
  const Act act = published_in(office.platform);
  const std::string target = "/" + std::to_string(act.id.value) + "/attestations";
  CHECK(json::string_or(office.json(http::Method::post, target, "", 201), "state") == "queued");
  CHECK(office.browser.get("/api/v1/made-documents/1/file").status == 404);
  (void)tenants::make_due_documents(
      *office.platform.tenant(), office.platform.texts(),
      [](std::string_view, std::string_view) -> Result<std::string> { return "%PDF-1.7 made"; }, office.platform.now());
  const auto list = office.json(http::Method::get, target, "", 200);
  CHECK(json::string_or(json::find_array(list, "items")->front().as_object(), "state") == "made");
  CHECK(office.browser.get("/api/v1/made-documents/1/file").payload() == "%PDF-1.7 made");
  const Act draft = draft_in(office.platform);
  (void)office.json(http::Method::post, "/" + std::to_string(draft.id.value) + "/attestations", "", 409);
}
