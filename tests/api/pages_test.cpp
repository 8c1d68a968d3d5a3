// Every public page, its errors, its headers and its cache.
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

TEST_CASE("every public address answers, and its neighbour that does not exist is not found") {
  TestPlatform platform;
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      get("/", 200, "Mulsanne"),
      get("/la-mairie", 200, "Le conseil municipal"),
      get("/la-mairie/conseil-municipal", 200, "<h1"),
      get("/la-mairie/inconnue", 404, "Cette page n’existe pas"),
      get("/vivre-ici", 200, "Écoles"),
      get("/vivre-ici/associations", 200, "<h1"),
      get("/vivre-ici/conseil-municipal", 404, "Cette page n’existe pas"),
      get("/actualites", 200, "Actualités"),
      get("/actualites/bienvenue", 200, "<h1"),
      get("/actualites/inconnue", 404, "Cette page n’existe pas"),
      get("/actualites?page=2", 404, "Cette page n’existe pas"),
      get("/actualites?page=-1", 200, "Actualités"),
      get("/demarches", 200, "Opération tranquillité vacances"),
      get("/demarches/inconnue", 404, "Cette page n’existe pas"),
      get("/demarches/inconnue/etapes/acte", 404, "Cette page n’existe pas"),
      get("/demarches/copie-acte-etat-civil", 200, "Commencer"),
      get("/mentions-legales", 200, "Mentions légales"),
      get("/accessibilite", 200, "accessibilité"),
      get("/donnees-personnelles", 200, "Données personnelles"),
      get("/plan-du-site", 200, "Plan du site"),
      get("/suivi", 200, "Suivre une demande"),
      get("/sitemap.xml", 200, "<loc>" + platform.origin() + "/la-mairie</loc>"),
      get("/robots.txt", 200, "Sitemap: " + platform.origin() + "/sitemap.xml"),
      get("/.well-known/security.txt", 200, "Expires:"),
      get("/static/site.css", 200, "{"),
      get("/static/inconnu.css", 404, ""),
      get("/static/../views/layout.html", 404, ""),
      get("/inconnue", 404, "Cette page n’existe pas"),
      get("//", 404, "Cette page n’existe pas"),
      get("/api/v1/inconnue", 404, "request_not_found"),
      get("/api/v2/session", 404, "request_not_found"),
      // What later work brings answers 404, not an empty page.
      get("/agenda", 404, "Cette page n’existe pas"),
      get("/annuaire", 404, "Cette page n’existe pas"),
      get("/payer", 404, "Cette page n’existe pas"),
      get("/mon-espace", 404, "Cette page n’existe pas"),
  };
  for (const Scenario& scenario : scenarios) {
    if (scenario.target.find("..") != std::string::npos) {
      CHECK_FALSE(http::parse_target(scenario.target));  // the server answers 400 before us
      continue;
    }
    run(browser, scenario);
  }
}

TEST_CASE("an address typed with a slash at its end leads to the one without, and to nowhere else") {
  TestPlatform platform;
  Browser browser(platform);
  const std::vector<Scenario> scenarios = {
      {.name = "page", .target = "/actualites/", .status = 308, .expected_headers = {{"Location", "/actualites"}}},
      {.name = "below",
       .target = "/la-mairie/conseil-municipal/",
       .status = 308,
       .expected_headers = {{"Location", "/la-mairie/conseil-municipal"}}},
      {.name = "unknown", .target = "/agenda/", .status = 404, .expected_headers = {{"Location", ""}}},
      {.name = "twice", .target = "/actualites//", .status = 404, .expected_headers = {{"Location", ""}}},
      {.name = "other site", .target = "//exemple.fr/", .status = 404, .expected_headers = {{"Location", ""}}},
  };
  run(browser, scenarios);
}

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

TEST_CASE("HEAD says what GET says") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* target : {"/", "/sitemap.xml", "/suivi", "/inconnue", "/api/v1/openapi.json", "/static/site.css"}) {
    browser.get(target);
    const http::Response whole = browser.last();
    const http::Response head = platform.application.handle(browser.request(http::Method::head, target));
    INFO(target);
    CHECK(head.status == whole.status);
    for (const char* name : {"Content-Type", "ETag", "Cache-Control", "Content-Security-Policy"})
      CHECK(head.headers.get(name) == whole.headers.get(name));
  }
}

TEST_CASE("a page that the browser has is not sent again, until something is published") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/actualites");
  const std::string etag(browser.last().headers.get("ETag"));
  REQUIRE_FALSE(etag.empty());
  http::Request request = browser.request(http::Method::get, "/actualites");
  request.headers.set("If-None-Match", etag);
  CHECK(platform.application.handle(request).status == 304);
  const auto at_once = platform.application.answer_at_once(request);
  REQUIRE(at_once);
  CHECK(at_once->status == 304);
  CHECK(at_once->payload().empty());
  const auto made = tenants::create_content(*platform.tenant(), claire,
                                            {tenants::ContentKind::news, "", {"Nouvelle", "", ""}}, platform.now());
  REQUIRE(tenants::publish(*platform.tenant(), claire, made->id, 1, platform.now()));
  CHECK_FALSE(platform.application.answer_at_once(request));
  const auto response = platform.application.handle(request);
  CHECK(response.status == 200);
  CHECK_THAT(std::string(response.payload()), Catch::Contains("Nouvelle"));
}

TEST_CASE("a cached page is the rendered page, compressed for those who ask") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/demarches");
  const std::string page = browser.page();
  http::Request request = browser.request(http::Method::get, "/demarches");
  for (const char* encoding : {"br", "gzip", ""}) {
    if (*encoding == '\0')
      request.headers.remove("Accept-Encoding");
    else
      request.headers.set("Accept-Encoding", encoding);
    const auto response = platform.application.answer_at_once(request);
    INFO(encoding);
    REQUIRE(response);
    CHECK(response->headers.get("Content-Encoding") == encoding);
    CHECK(response->headers.get("X-Request-Id") == request.id);
    const std::string body(response->payload());
    CHECK((*encoding == 'b' ? unbrotli(body) : *encoding == 'g' ? gunzip(body) : body) == page);
  }
}

TEST_CASE("pages that may show somebody's data are never answered from the cache") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* target : {"/suivi", "/demarches/copie-acte-etat-civil",
                             "/demarches/copie-acte-etat-civil/etapes/acte", "/api/v1/session", "/inconnue"}) {
    browser.get(target);
    INFO(target);
    CHECK_FALSE(platform.application.answer_at_once(browser.request(http::Method::get, target)));
    CHECK(browser.last().headers.get("Cache-Control") == "no-store");
  }
}
