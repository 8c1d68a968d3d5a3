// What is typed is kept before it is sent, and taken up again elsewhere with a code.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

#include <regex>

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string civil = std::string("/demarches/") + civil_slug;
const std::string first_step = civil + "/etapes/acte";
const std::string person = civil + "/etapes/personne";

std::string value_of(Browser& browser, std::string_view action, std::string_view name) {
  for (const auto& [control, value] : browser.form(action).values) {
    if (control == name) return value;
  }
  return "";
}

// At "La personne concernée", nothing typed yet.
void reach_person(Browser& browser) {
  browser.get(first_step);
  browser.submit(first_step, {{"act_kind", "deces"}});
  browser.follow();
}

std::string code_shown(Browser& browser) {
  std::string code;
  const std::string page = browser.page();
  const std::regex group(R"(<span class="code-group">([0-9A-Z]{5})</span>)");
  for (std::sregex_iterator it(page.begin(), page.end(), group), end; it != end; ++it) code += (*it)[1].str();
  REQUIRE(code.size() == 15);
  return code;
}

}  // namespace

TEST_CASE("what is typed at the first step is kept before anything was sent, and shown again without reproach") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get(first_step);
  CHECK(browser.shows("data-keep=\"" + first_step + "/saisie\""));
  browser.post(first_step + "/saisie", {{"act_kind", "deces"}});
  CHECK(browser.last().status == 204);
  browser.get(first_step);
  CHECK(value_of(browser, first_step, "act_kind") == "deces");
  CHECK_FALSE(browser.shows("error-summary"));
  // It is no answer yet.
  browser.get(civil + "/verification");
  CHECK(browser.shows("Complétez l’étape"));
}

TEST_CASE("what cannot be an answer is kept as it was typed") {
  TestPlatform platform;
  Browser browser(platform);
  reach_person(browser);
  browser.post(person + "/saisie", {{"person_birth_name", "Lefèvre"}, {"death_date", "27 mars"}});
  REQUIRE(browser.last().status == 204);
  browser.get(civil);
  CHECK(browser.shows("href=\"" + person + "\""));
  browser.get(person);
  CHECK(browser.shows("Lefèvre"));
  CHECK(browser.shows("27 mars"));
}

TEST_CASE("what is typed in a window left open begins no new request after the first was sent") {
  TestPlatform platform;
  Browser browser(platform);
  fill(browser, civil_slug, birth_certificate_answers());
  browser.submit(civil + "/verification", {});
  browser.post(first_step + "/saisie", {{"act_kind", "deces"}});
  CHECK(browser.last().status == 409);
  browser.get(civil + "/confirmation");
  CHECK(browser.shows("Votre demande est envoyée"));
}

TEST_CASE("a form of another site keeps nothing") {
  TestPlatform platform;
  Browser browser(platform);
  auto request = browser.request(http::Method::post, first_step + "/saisie");
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.headers.set("Sec-Fetch-Site", "cross-site");
  request.headers.set("Origin", "https://ailleurs.example");
  request.body = "act_kind=deces";
  CHECK(browser.send(std::move(request)).status == 403);
}

TEST_CASE("with the code another browser goes on where the first stopped") {
  TestPlatform platform;
  Browser phone(platform);
  reach_person(phone);
  phone.post(person + "/saisie", {{"person_birth_name", "Lefèvre"}});
  phone.get(civil + "/plus-tard");
  REQUIRE(phone.last().status == 200);
  const std::string code = code_shown(phone);

  Browser desk(platform);
  desk.get("/reprendre");
  desk.submit("/reprendre", {{"code", code}});
  desk.follow();
  desk.follow();
  CHECK(desk.shows("Lefèvre"));
  phone.get(civil);
  CHECK(phone.shows("Reprendre votre demande"));
}

TEST_CASE("a wrong code says so, keeps what was typed, and the eighth guess waits") {
  TestPlatform platform;
  Browser browser(platform);
  browser.get("/reprendre");
  browser.submit("/reprendre", {{"code", ""}});
  CHECK(browser.last().status == 422);
  CHECK(browser.shows("Indiquez le code de reprise."));
  browser.submit("/reprendre", {{"code", "K7QXM-29RTA-PW4ZN"}});
  CHECK(browser.last().status == 422);
  CHECK(value_of(browser, "/reprendre", "code") == "K7QXM-29RTA-PW4ZN");
  for (int i = 0; i < 6; ++i) browser.submit("/reprendre", {{"code", "K7QXM-29RTA-PW4ZN"}});
  CHECK(browser.last().status == 429);
  CHECK_FALSE(browser.last().headers.get("Retry-After").empty());
}

TEST_CASE("a code of one commune opens nothing in another") {
  TestPlatform platform;
  Browser here(platform);
  reach_person(here);
  here.get(civil + "/plus-tard");
  const std::string code = code_shown(here);
  Browser there(platform, saint_maixent);
  there.get("/reprendre");
  there.submit("/reprendre", {{"code", code}});
  CHECK(there.last().status == 422);
}

TEST_CASE("the code leaves by mail and the page says so") {
  TestPlatform platform;
  Browser browser(platform);
  reach_person(browser);
  browser.get(civil + "/plus-tard");
  browser.submit(civil + "/plus-tard", {{"courriel", "zoe"}});
  CHECK(browser.last().status == 422);
  CHECK(value_of(browser, civil + "/plus-tard", "courriel") == "zoe");
  browser.submit(civil + "/plus-tard", {{"courriel", "zoe@exemple.fr"}});
  browser.follow();
  CHECK(browser.shows("Le code part par courriel."));
}

TEST_CASE("without a draft there is nothing to take up later") {
  TestPlatform platform;
  Browser browser(platform);
  for (const char* page : {"/plus-tard", "/suite"}) {
    browser.get(civil + page);
    CHECK(browser.last().status == 303);
    CHECK(browser.location() == civil);
  }
}
