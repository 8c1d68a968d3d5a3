// The security headers of each area, over http and https, and whose domain HSTS speaks for.
#include "tenants/registry_store.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Area {
  const char* target;
  const char* policy;  // part of Content-Security-Policy
};

const std::vector<Area> areas = {{"/", "style-src 'self'"},
                                 {"/suivi", "form-action 'self'"},
                                 {"/robots.txt", "default-src 'none'"},
                                 {"/inconnue", "style-src 'self'"},
                                 {"/static/site.css", "default-src 'none'"},
                                 {"/api/v1/session", "default-src 'none'; base-uri 'none'"},
                                 {"/api/v1/inconnue", "default-src 'none'; base-uri 'none'"}};

}  // namespace

TEST_CASE("every answer carries the headers of its area") {
  TestPlatform platform;
  Browser browser(platform);
  for (const Area& area : areas) {
    for (int turn = 0; turn < 2; ++turn) {  // rendered, then from the cache
      const http::Response& response = browser.get(area.target);
      INFO(area.target << " turn " << turn);
      CHECK_THAT(std::string(response.headers.get("Content-Security-Policy")), Catch::Contains(area.policy));
      CHECK_THAT(std::string(response.headers.get("Content-Security-Policy")),
                 Catch::Contains("frame-ancestors 'none'"));
      CHECK_THAT(std::string(response.headers.get("Content-Security-Policy")), !Catch::Contains("unsafe"));
      CHECK(response.headers.get("X-Content-Type-Options") == "nosniff");
      CHECK(response.headers.get("Referrer-Policy") == "same-origin");
      CHECK(response.headers.get("Cross-Origin-Resource-Policy") == "same-origin");
      CHECK(response.headers.has("Permissions-Policy"));
      CHECK_FALSE(response.headers.has("Strict-Transport-Security"));
    }
  }
}

TEST_CASE("every answer but an embedded file says its request id") {
  TestPlatform platform;
  Browser browser(platform);
  for (const Area& area : areas) {
    if (std::string_view(area.target).starts_with("/static/")) continue;
    INFO(area.target);
    CHECK(browser.get(area.target).headers.get("X-Request-Id") == "0123456789abcdef");
  }
  http::Request request = browser.request(http::Method::get, "/");
  request.host = "nulle-part.clocher.localhost";
  CHECK(platform.application.handle(std::move(request)).headers.get("X-Request-Id") == "0123456789abcdef");
}

TEST_CASE("over https the browser is told to stay there, with the subdomains of our own domain") {
  TestPlatform platform([](Config& config) { config.public_scheme = PublicScheme::https; });
  Browser browser(platform);
  for (const Area& area : areas) {
    INFO(area.target);
    CHECK(browser.get(area.target).headers.get("Strict-Transport-Security") == "max-age=63072000; includeSubDomains");
  }
}

TEST_CASE("a commune's own domain is not told about its other subdomains, not even by the cache") {
  TestPlatform platform([](Config& config) { config.public_scheme = PublicScheme::https; });
  platform.services.registry.write(mulsanne, [&](db::Tx& tx) {
    tenants::registry_store::insert_host(tx, "mulsanne.example", mulsanne, platform.now());
  });
  Browser browser(platform);
  browser.get("/");
  for (int turn = 0; turn < 2; ++turn) {
    http::Request request = browser.request(http::Method::get, "/");
    request.host = "mulsanne.example";
    const auto at_once = platform.application.answer_at_once(request);
    const http::Response response = at_once ? *at_once : platform.application.handle(request);
    INFO("turn " << turn);
    CHECK(response.status == 200);
    CHECK(response.headers.get("Strict-Transport-Security") == "max-age=63072000");
  }
}
