// Who may make a browser change something here: only our own pages.
#include "core/security/csrf.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Claim {
  const char* name;
  std::string site;    // Sec-Fetch-Site, "" for absent
  std::string origin;  // "" for absent
  bool passes;
};

std::vector<Claim> claims(const TestPlatform& platform) {
  const std::string own = platform.origin(mulsanne);
  const std::string sibling = platform.origin(saint_maixent);
  return {{"same origin", "same-origin", own, true},
          {"same origin alone", "same-origin", "", true},
          {"sibling commune", "same-site", sibling, false},
          {"sibling commune that claims our origin", "same-site", own, false},
          {"another site", "cross-site", "https://evil.example", false},
          {"typed by hand", "none", "", false},
          {"a word of the future", "same-planet", own, false},
          {"older browser, ours", "", own, true},
          {"older browser, sibling", "", sibling, false},
          {"older browser, another site", "", "https://evil.example", false},
          {"older browser, sandboxed frame", "", "null", false},
          {"our host, another port", "", "http://" + platform.host(mulsanne) + ":9", false},
          {"our host, another scheme", "", "https://" + platform.host(mulsanne) + ":8080", false}};
}

void claim(http::Request& request, const Claim& claim) {
  request.headers.remove("Sec-Fetch-Site");
  request.headers.remove("Origin");
  if (!claim.site.empty()) request.headers.set("Sec-Fetch-Site", claim.site);
  if (!claim.origin.empty()) request.headers.set("Origin", claim.origin);
}

}  // namespace

TEST_CASE("a form is taken from our own page only") {
  TestPlatform platform;
  Browser browser(platform);
  for (const Claim& one : claims(platform)) {
    http::Request request = browser.request(http::Method::post, "/suivi");
    claim(request, one);
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = urlencoded({{"code", ""}, {"courriel", ""}});
    INFO(one.name);
    CHECK(browser.send(std::move(request)).status == (one.passes ? 422 : 403));
    if (!one.passes) CHECK(browser.shows("<html lang=\"fr\""));
  }
}

TEST_CASE("an agent's action is taken from our own page only, JSON or not") {
  TestPlatform platform;
  make_agent(*platform.tenant(), platform.now());
  Browser browser(platform);
  sign_in(browser);
  for (const Claim& one : claims(platform)) {
    for (const auto& [method, target, body] : {std::tuple(http::Method::post, "/api/v1/contents", "{}"),
                                               std::tuple(http::Method::delete_, "/api/v1/contents/999", "")}) {
      http::Request request = browser.request(method, target);
      claim(request, one);
      if (*body != '\0') request.headers.set("Content-Type", "application/json");
      request.body = body;
      INFO(one.name << " " << target);
      const int status = browser.send(std::move(request)).status;
      CHECK((status == 403) == !one.passes);
    }
  }
}

TEST_CASE("a silent browser without cookie is taken, and with one only with the page's token") {
  TestPlatform platform;
  Browser browser(platform, mulsanne, Manners::silent);
  CHECK(browser.post("/suivi", {{"code", ""}, {"courriel", ""}}).status == 422);
  browser.cookies["suivi"] = "x";
  CHECK(browser.post("/suivi", {{"code", ""}, {"courriel", ""}}).status == 403);
  CHECK(browser.post("/suivi", {{"csrf", std::string(64, '0')}}).status == 403);
  browser.get("/suivi");
  browser.submit("/suivi", {{"code", ""}, {"courriel", ""}});
  CHECK(browser.last().status == 422);
}

TEST_CASE("a silent browser walks a whole procedure by the tokens of its pages") {
  TestPlatform platform;
  Browser browser(platform, mulsanne, Manners::silent);
  fill(browser, civil_slug, death_certificate_answers());
  browser.submit(std::string("/demarches/") + civil_slug + "/verification", {});
  browser.follow();
  CHECK(browser.shows("2026-00001"));
}

TEST_CASE("a silent browser may correct its very first page, which brought its cookie") {
  TestPlatform platform;
  Browser browser(platform, mulsanne, Manners::silent);
  const std::string step = std::string("/demarches/") + civil_slug + "/etapes/acte";
  browser.get(step);
  browser.submit(step, {});
  REQUIRE(browser.location() == step);
  browser.follow();
  browser.submit(step, {{"act_kind", "deces"}});
  CHECK(browser.last().status == 303);
  CHECK(browser.location() != step);
}

TEST_CASE("the token of one visitor is worth nothing to another") {
  TestPlatform platform;
  Browser victim(platform, mulsanne, Manners::silent);
  victim.cookies["suivi"] = "victim";
  Browser attacker(platform, mulsanne, Manners::silent);
  attacker.cookies["suivi"] = "attacker";
  attacker.get("/suivi");
  const auto values = attacker.form("/suivi").values;
  CHECK(victim.post("/suivi", values).status == 403);
}

TEST_CASE("reading changes nothing, whoever asks") {
  TestPlatform platform;
  static_cast<void>(sent_dossier(*platform.tenant(), platform.texts(), platform.now()));
  make_agent(*platform.tenant(), platform.now());
  Browser browser(platform);
  sign_in(browser);
  const auto generation = platform.tenant()->generation();
  for (const api::Route& route : api::routes()) {
    if (route.method != http::Method::get) continue;
    std::string target(route.pattern);
    for (const char* name : {"{id}", "{file_id}", "{slug}", "{step}", "{rest...}"}) {
      if (const auto at = target.find(name); at != std::string::npos)
        target.replace(at, std::string_view(name).size(), "1");
    }
    browser.get(target);
  }
  CHECK(platform.tenant()->generation() == generation);
}
