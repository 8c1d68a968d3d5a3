// What is refused: methods, unreadable and too large forms, floods, unknown hosts, a full disk.
#include "tenants/provisioning.hpp"
#include "tenants/registry_store.hpp"
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/decompress.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

Scenario get(std::string target, int status, std::string text) {
  return {.name = target, .target = target, .status = status, .contains = {std::move(text)}};
}

Scenario post(std::string name, std::string target, int status, std::string text, Fields form = {{"a", "b"}}) {
  return {.name = std::move(name),
          .method = http::Method::post,
          .target = std::move(target),
          .status = status,
          .contains = {std::move(text)},
          .form = std::move(form)};
}

}  // namespace

TEST_CASE("a method that an address does not have is refused with those it has") {
  TestPlatform platform;
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      {.name = "post home",
       .method = http::Method::post,
       .target = "/",
       .status = 405,
       .contains = {"Action impossible ici"},
       .form = {{"a", "b"}},
       .expected_headers = {{"Allow", "GET, HEAD"}}},
      {.name = "delete tracking",
       .method = http::Method::delete_,
       .target = "/suivi",
       .status = 405,
       .expected_headers = {{"Allow", "GET, HEAD, POST"}}},
      {.name = "options", .method = http::Method::options, .target = "/", .status = 405},
      {.name = "get what is posted",
       .target = "/suivi/quitter",
       .status = 405,
       .expected_headers = {{"Allow", "POST"}}},
      {.name = "api",
       .method = http::Method::put,
       .target = "/api/v1/session",
       .status = 405,
       .contains = {"request_method"},
       .json = "{}",
       .expected_headers = {{"Allow", "GET, HEAD, POST, DELETE"}}}};
  run(browser, scenarios);
}

TEST_CASE("forms that cannot be read are refused in French and lose nothing") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string step = std::string("/demarches/") + civil_slug + "/etapes/acte";
  const auto broken = [&](const char* name, const char* type, std::string body) {
    http::Request request = browser.request(http::Method::post, step);
    if (*type != '\0') request.headers.set("Content-Type", type);
    request.body = std::move(body);
    INFO(name);
    CHECK(browser.send(std::move(request)).status == 400);
    CHECK(browser.shows("<html lang=\"fr\""));
    CHECK(browser.shows("Recommencez"));
  };
  broken("no type", "", "a=b");
  broken("another type", "text/plain", "a=b");
  broken("multipart without boundary", "multipart/form-data", "x");
  broken("multipart cut short", "multipart/form-data; boundary=b",
         "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx");
  broken("bad escape", "application/x-www-form-urlencoded", "act_kind=%zz");
  broken("no UTF-8", "application/x-www-form-urlencoded", "act_kind=%ff");
  broken("JSON", "application/json", "{}");
  CHECK(platform.tenant()->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM draft"); }) == 0);
}

TEST_CASE("a form with too many or too large parts is too large") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string step = std::string("/demarches/") + civil_slug + "/etapes/acte";
  Fields many;
  for (int i = 0; i < 201; ++i) many.emplace_back("f" + std::to_string(i), "x");
  run(browser, post("many", step, 413, "trop de réponses", many));
  run(browser, post("large", step, 413, "trop longue", {{"act_kind", std::string(70'000, 'a')}}));
}

TEST_CASE("an address that sends form after form waits a minute, and others do not") {
  TestPlatform platform([](Config& config) { config.posts_per_minute = 3; });
  Browser browser(platform);
  const Fields empty = {{"code", ""}, {"courriel", ""}};
  for (int i = 0; i < 3; ++i) run(browser, post("one of three", "/suivi", 422, "Indiquez votre code", empty));
  run(browser, post("the fourth", "/suivi", 429, "Trop d’essais", empty));
  CHECK(browser.last().headers.has("Retry-After"));
  http::Request other = browser.request(http::Method::post, "/suivi");
  other.remote_address = "203.0.113.5";
  other.headers.set("Content-Type", "application/x-www-form-urlencoded");
  other.body = urlencoded(empty);
  CHECK(browser.send(std::move(other)).status == 422);
  platform.clock.advance(one_minute);
  run(browser, post("a minute later", "/suivi", 422, "Indiquez votre code", empty));
}

TEST_CASE("what the server refuses by itself looks like ours, in HTML and in JSON") {
  TestPlatform platform;
  for (const int status : {400, 405, 408, 413, 414, 417, 431, 500, 501, 503}) {
    http::Request head = make_request(http::Method::post, "/suivi", platform.host());
    http::Response page = platform.application.refuse(head, status);
    INFO(status);
    CHECK(page.status == status);
    CHECK_THAT(std::string(page.payload()), Catch::Contains("<html lang=\"fr\""));
    CHECK_THAT(std::string(page.payload()), Catch::Contains("0123456789abcdef"));
    CHECK_THAT(std::string(page.payload()), !Catch::Contains("error."));
    CHECK(page.headers.get("Cache-Control") == "no-store");
    head.path = "/api/v1/session";
    http::Response json_answer = platform.application.refuse(head, status);
    CHECK(json_answer.status == status);
    CHECK(json_answer.headers.get("Content-Type") == "application/json");
    CHECK_FALSE(json::string_or(json::parse_trusted(json_answer.payload()).at("error").as_object(), "message")
                    .starts_with("http."));
  }
}

TEST_CASE("bodies may be as large as their route says and no larger") {
  TestPlatform platform;
  const auto limit = [&](http::Method method, const char* target) {
    return platform.application.body_limit_bytes(make_request(method, target, platform.host()));
  };
  CHECK(limit(http::Method::get, "/") == 0);
  CHECK(limit(http::Method::post, "/suivi") == 64 * 1024);
  CHECK(limit(http::Method::post, "/demarches/x/etapes/y") > 10 * 1024 * 1024);
  CHECK(limit(http::Method::post, "/suivi/demande/message") > 10 * 1024 * 1024);
  CHECK(limit(http::Method::post, "/inconnue") <= 1024 * 1024);
}

TEST_CASE("an unknown host, a suspended and a closed commune say so without any commune's look") {
  TestPlatform platform;
  Browser browser(platform);
  const std::vector<Scenario> unknown = {
      {.name = "page",
       .target = "/",
       .status = 404,
       .contains = {"Aucune commune à cette adresse"},
       .lacks = {"Mulsanne"},
       .host = "nulle-part.clocher.localhost"},
      {.name = "api",
       .target = "/api/v1/session",
       .status = 404,
       .contains = {"commune_unknown_host"},
       .host = "nulle-part.clocher.localhost"},
      {.name = "style", .target = "/static/site.css", .status = 200, .host = "nulle-part.clocher.localhost"}};
  for (const Scenario& scenario : unknown) {
    http::Request request = browser.request(scenario.method, scenario.target);
    request.host = scenario.host;
    const auto response = platform.application.handle(std::move(request));
    INFO(scenario.name);
    CHECK(response.status == scenario.status);
    for (const std::string& text : scenario.contains)
      CHECK_THAT(std::string(response.payload()), Catch::Contains(text));
    for (const std::string& text : scenario.lacks) CHECK_THAT(std::string(response.payload()), !Catch::Contains(text));
  }
  REQUIRE(tenants::suspend_commune(platform.services.registry, mulsanne));
  run(browser, get("/", 503, "Ce site est fermé pour le moment"));
  CHECK_FALSE(platform.application.answer_at_once(browser.request(http::Method::get, "/")));
  REQUIRE(tenants::resume_commune(platform.services.registry, mulsanne));
  run(browser, get("/", 200, "Mulsanne"));
}

TEST_CASE("a full disk refuses the write with 507, keeps what was there and works again with room") {
  TestPlatform platform;
  Browser browser(platform);
  const std::string step = std::string("/demarches/") + civil_slug + "/etapes/";
  fill(browser, civil_slug, {death_certificate_answers()[0]});
  const auto pages = platform.tenant()->read([](db::ReadTx& tx) { return tx.number("PRAGMA page_count"); });
  platform.tenant()->write([&](db::Tx& tx) { tx.run_script("PRAGMA max_page_count=" + std::to_string(pages)); });
  const std::string filler(4000, 'x');
  int full = 0;
  for (int i = 0; i < 400 && full == 0; ++i) {
    browser.post("/demarches/operation-tranquillite-vacances/etapes/absence", {{"absence_start", filler}});
    browser.cookies.erase("demarche-2");
    full = browser.last().status == 507 ? 507 : 0;
    if (full == 0) REQUIRE(browser.last().status == 303);
  }
  CHECK(full == 507);
  CHECK(browser.shows("Le site ne peut plus rien enregistrer"));
  CHECK(browser.get("/").status == 200);
  CHECK(browser.get(step + "personne").status == 200);
  platform.tenant()->write([&](db::Tx& tx) { tx.run_script("PRAGMA max_page_count=100000"); });
  CHECK(browser.post("/demarches/operation-tranquillite-vacances/etapes/absence", {{"absence_start", "x"}}).status ==
        303);
}

TEST_CASE("a form that was too heavy can be taken up again from the page that refuses it, and nothing foreign can") {
  TestPlatform platform;
  Browser browser(platform);
  const auto refused = [&](http::Method method, std::string path) {
    http::Request head = browser.request(method, "/");
    head.path = std::move(path);
    return std::string(platform.application.refuse(head, 413).payload());
  };
  const std::string step = "/demarches/copie-acte-etat-civil/etapes/pieces";
  CHECK_THAT(refused(http::Method::post, step), Catch::Contains("href=\"" + step + "\""));
  CHECK_THAT(refused(http::Method::get, step), !Catch::Contains("Revenir"));
  CHECK_THAT(refused(http::Method::post, "//exemple.fr/x"), !Catch::Contains("exemple.fr"));
  CHECK_THAT(refused(http::Method::post, "/ailleurs"), !Catch::Contains("Revenir"));
}
