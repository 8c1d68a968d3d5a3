// A request entered at the counter: begun by an agent, filled like any other, printed, followed without an address.
#include "tests/support/browser.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/html_form.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

const std::string procedure = "/api/v1/procedures/" + std::string(civil_slug);
const std::string form_path = "/demarches/" + std::string(civil_slug);

struct Desk {
  TestPlatform platform;
  Browser agent{platform};
  Browser resident{platform};

  Desk() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
  }
  int start(const std::string& body) {
    return agent.json(http::Method::post, procedure + "/assisted", body).status;
  }
  // Sends the form that is open in the agent's browser, without an address.
  void fill() {
    for (const PageAnswers& page : with(death_certificate_answers(), {{"applicant_email", ""}})) {
      const std::string step = form_path + "/etapes/" + std::string(page.step);
      agent.get(step);
      agent.submit(step, page.fields);
      INFO(page.step << agent.location());
      REQUIRE(agent.location() != step);
    }
    agent.get(form_path + "/verification");
    agent.submit(form_path + "/verification", {});
    REQUIRE(agent.location() == form_path + "/confirmation");
  }
};

constexpr const char* at_the_counter = R"({"channel":"counter","mandate":"present"})";

}  // namespace

TEST_CASE("an agent enters a request for somebody without an address, prints it, and finds who entered it") {
  Desk desk;
  REQUIRE(desk.start(at_the_counter) == 201);
  CHECK(json::string_or(desk.agent.body(), "path") == form_path + "/suite");
  desk.fill();
  desk.agent.get(form_path + "/confirmation");
  CHECK(desk.agent.shows("Il suffit pour suivre votre demande"));
  CHECK_FALSE(desk.agent.shows("Un accusé de réception part"));
  desk.agent.get(form_path + "/recepisse");
  CHECK(desk.agent.shows("Au guichet de la mairie, en présence de la personne"));
  CHECK(desk.agent.shows("Claire Morel"));
  CHECK(desk.agent.shows("recepisse/code.svg"));
  CHECK(desk.agent.get(form_path + "/recepisse/code.svg").headers.get("Content-Type") == "image/svg+xml");
  desk.agent.get("/api/v1/dossiers/1");
  CHECK(desk.agent.body().at("assistance").as_object().at("helper") == "Claire Morel");
}

TEST_CASE("the person goes on alone with the code of the printed receipt") {
  Desk desk;
  REQUIRE(desk.start(at_the_counter) == 201);
  desk.fill();
  const auto code = desk.platform.tenant()->read(
      [](db::ReadTx& tx) { return dossiers::find_dossier(tx, Id<dossiers::Dossier>{1})->tracking_code; });
  desk.resident.get("/suivi?code=" + code);
  CHECK(desk.resident.shows("value=\"" + code + "\""));
  desk.resident.post("/suivi", {{"code", code}, {"courriel", ""}});
  REQUIRE(desk.resident.location() == "/suivi/demande");
  desk.resident.get("/suivi/demande");
  CHECK(desk.resident.shows("2026-00001"));
}

TEST_CASE("without an address a code that asks for one opens nothing and says so at its field") {
  Desk desk;
  const auto dossier = sent_dossier(*desk.platform.tenant(), desk.platform.texts(), desk.platform.now());
  CHECK(desk.resident.post("/suivi", {{"code", dossier.tracking_code}, {"courriel", ""}}).status == 422);
  CHECK(desk.resident.shows("f-courriel-error"));
  CHECK(desk.resident.post("/suivi", {{"code", "K7QXM-29RTA-PW4ZN"}, {"courriel", ""}}).status == 422);
  CHECK(desk.resident.shows("f-courriel-error"));
}

TEST_CASE("a receipt is shown to the browser that sent the request and to no other") {
  Desk desk;
  REQUIRE(desk.start(at_the_counter) == 201);
  desk.fill();
  desk.resident.get(form_path + "/recepisse");
  CHECK(desk.resident.location() == "/suivi");
  CHECK(desk.resident.get(form_path + "/recepisse/code.svg").status == 404);
}

TEST_CASE("what is missing is said at its place, and a closed procedure begins nothing") {
  Desk desk;
  CHECK(desk.start(R"({"channel":"phone","mandate":"present"})") == 422);
  CHECK(desk.agent.shows("la personne n’est pas devant vous"));
  CHECK(desk.start(R"({"channel":"counter"})") == 422);
  desk.agent.json(http::Method::patch, procedure, R"({"state":"closed"})");
  CHECK(desk.start(at_the_counter) == 409);
  CHECK(desk.resident.json(http::Method::post, procedure + "/assisted", at_the_counter).status == 401);
}
