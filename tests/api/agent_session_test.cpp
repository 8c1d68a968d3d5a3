// Signing in to the administration: right, wrong, throttled, ended; and the cookies that carry it.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string good = R"({"email":"claire.morel@mairie.example","password":"un-mulot-sous-la-neige"})";
const std::string wrong = R"({"email":"claire.morel@mairie.example","password":"un-mulot-sous-la-pluie"})";

struct Office {
  TestPlatform platform;
  Browser browser;

  explicit Office(const TestPlatform::Change& change = {}) : platform(change), browser(platform) {
    make_agent(*platform.tenant(), platform.now());
  }
  int login(const std::string& body, std::string_view address = "198.51.100.7") {
    http::Request request = browser.request(http::Method::post, "/api/v1/session");
    request.headers.set("Content-Type", "application/json");
    request.body = body;
    request.remote_address = address;
    return browser.send(std::move(request)).status;
  }
};

}  // namespace

TEST_CASE("the right pair opens a session that says who and where") {
  Office office;
  CHECK(office.login(good) == 200);
  const json::Object body = office.browser.body();
  CHECK(body.at("agent").at("name") == "Claire Morel");
  CHECK(body.at("commune").at("insee") == "72213");
  CHECK(office.browser.get("/api/v1/session").status == 200);
  CHECK_FALSE(office.browser.shows("password"));
}

TEST_CASE("a wrong password and an unknown address get the same answer") {
  Office office;
  CHECK(office.login(wrong) == 401);
  const std::string first = office.browser.page();
  CHECK(office.login(R"({"email":"nul@mairie.example","password":"un-mulot-sous-la-pluie"})") == 401);
  CHECK(office.browser.page() == first);
  CHECK(office.browser.cookies.empty());
}

TEST_CASE("bodies that are no pair are refused by name") {
  Office office;
  const std::vector<Scenario> scenarios = {
      {.name = "not JSON",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 400,
       .contains = {"json_unreadable"},
       .json = "{"},
      {.name = "a list",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 400,
       .contains = {"json_object_expected"},
       .json = "[]"},
      {.name = "deep",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 400,
       .json = std::string(100, '[') + std::string(100, ']')},
      {.name = "no password",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 422,
       .contains = {"\"password\""},
       .json = R"({"email":"a@b.fr"})"},
      {.name = "a number",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 422,
       .contains = {"\"email\""},
       .json = R"({"email":1,"password":"x"})"},
      {.name = "one property too many",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 422,
       .contains = {"\"role\""},
       .json = R"({"email":"a@b.fr","password":"x","role":"administrateur"})"},
      {.name = "a form",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 400,
       .contains = {"json_type_expected"},
       .form = {{"email", "a@b.fr"}}},
      {.name = "bytes that are no text",
       .method = http::Method::post,
       .target = "/api/v1/session",
       .status = 400,
       .json = "{\"email\":\"\xff\",\"password\":\"x\"}"},
  };
  run(office.browser, scenarios);
}

TEST_CASE("guessing a password is slowed by account, told in seconds, and time heals it") {
  Office office;
  for (int i = 0; i < 5; ++i) CHECK(office.login(wrong) == 401);
  CHECK(office.login(good, "203.0.113.1") == 429);
  CHECK(office.browser.last().headers.get("Retry-After") == "1");
  CHECK(office.browser.body().at("error").at("retry_after") == 1);
  office.platform.clock.advance(1);
  CHECK(office.login(good, "203.0.113.1") == 200);
  CHECK(office.login(wrong) == 401);
}

TEST_CASE("the account of another commune is not slowed by guesses here") {
  Office office;
  make_agent(*office.platform.tenant(saint_maixent), office.platform.now());
  for (int i = 0; i < 7; ++i) static_cast<void>(office.login(wrong));
  Browser elsewhere(office.platform, saint_maixent);
  http::Request request = elsewhere.request(http::Method::post, "/api/v1/session");
  request.headers.set("Content-Type", "application/json");
  request.body = good;
  request.remote_address = "203.0.113.1";
  CHECK(elsewhere.send(std::move(request)).status == 200);
}

TEST_CASE("one address tries no more than twenty accounts a minute") {
  Office office;
  int refused = 0;
  for (int i = 0; i < 25; ++i)
    refused += office.login(R"({"email":"a)" + std::to_string(i) + R"(@b.fr","password":"x"})") == 429;
  CHECK(refused == 5);
  office.platform.clock.advance(60);
  CHECK(office.login(good) == 200);
}

TEST_CASE("signing out ends the session on the server too") {
  Office office;
  sign_in(office.browser);
  const auto cookies = office.browser.cookies;
  CHECK(office.browser.json(http::Method::delete_, "/api/v1/session").status == 204);
  CHECK(office.browser.cookies.empty());
  office.browser.cookies = cookies;
  CHECK(office.browser.get("/api/v1/session").status == 401);
  CHECK(office.browser.json(http::Method::delete_, "/api/v1/session").status == 204);
}

TEST_CASE("a session ends after an idle hour and a busy one after twelve") {
  Office office;
  sign_in(office.browser);
  for (int i = 0; i < 23; ++i) {
    office.platform.clock.advance(one_hour / 2);
    CHECK(office.browser.get("/api/v1/session").status == 200);
  }
  office.platform.clock.advance(one_hour / 2);
  CHECK(office.browser.get("/api/v1/session").status == 401);
  office.platform.clock.advance(one_minute);
  sign_in(office.browser);
  office.platform.clock.advance(one_hour);
  CHECK(office.browser.get("/api/v1/session").status == 401);
}

TEST_CASE("a session id that the client chose is worth nothing and is not kept at login") {
  Office office;
  office.browser.cookies["session"] = std::string(64, 'a');
  CHECK(office.browser.get("/api/v1/session").status == 401);
  sign_in(office.browser);
  CHECK(office.browser.cookies.at("session") != std::string(64, 'a'));
}

TEST_CASE("two session cookies are taken for none: one of them is somebody else's") {
  Office office;
  sign_in(office.browser);
  http::Request request = office.browser.request(http::Method::get, "/api/v1/session");
  request.headers.set("Cookie", "session=" + office.browser.cookies.at("session") + "; session=x");
  CHECK(office.browser.send(std::move(request)).status == 401);
}

TEST_CASE("cookies are hidden from scripts, bound to their host and, over https, secure") {
  struct Expected {
    PublicScheme scheme;
    std::string name;
    bool is_secure;
  };
  for (const Expected& expected :
       {Expected{PublicScheme::http, "session=", false}, Expected{PublicScheme::https, "__Host-session=", true}}) {
    Office office([&](Config& config) { config.public_scheme = expected.scheme; });
    REQUIRE(office.login(good) == 200);
    const std::string cookie(office.browser.last().headers.get("Set-Cookie"));
    INFO(cookie);
    CHECK(cookie.starts_with(expected.name));
    CHECK(cookie.find("; HttpOnly") != std::string::npos);
    CHECK(cookie.find("; SameSite=Strict") != std::string::npos);
    CHECK(cookie.find("; Path=/") != std::string::npos);
    CHECK(cookie.find("Domain") == std::string::npos);
    CHECK((cookie.find("; Secure") != std::string::npos) == expected.is_secure);
    CHECK(office.browser.get("/api/v1/session").status == 200);
  }
}

TEST_CASE("a resident's cookies are lax, and secure over https") {
  TestPlatform platform([](Config& config) { config.public_scheme = PublicScheme::https; });
  Browser browser(platform);
  const std::string step = std::string("/demarches/") + civil_slug + "/etapes/acte";
  browser.get(step);
  browser.submit(step, {{"act_kind", "deces"}});
  const std::string cookie(browser.last().headers.get("Set-Cookie"));
  INFO(cookie);
  CHECK(cookie.starts_with("__Host-demarche-"));
  CHECK(cookie.find("; HttpOnly") != std::string::npos);
  CHECK(cookie.find("; Secure") != std::string::npos);
  CHECK(cookie.find("; SameSite=Lax") != std::string::npos);
}

TEST_CASE("over https a cookie without the prefix is nobody's: a sibling host could have set it") {
  Office office([](Config& config) { config.public_scheme = PublicScheme::https; });
  REQUIRE(office.login(good) == 200);
  const std::string token = office.browser.cookies.at("__Host-session");
  office.browser.cookies = {{"session", token}};
  CHECK(office.browser.get("/api/v1/session").status == 401);
}
