// The first-run assistant over HTTP: who is sent to it, what each question takes, and what residents see at once.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Steps {
  TestPlatform platform;
  Browser agent{platform};

  Steps() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
  }
  json::Object read(const std::string& target) {
    REQUIRE(agent.get(target).status == 200);
    return agent.body();
  }
  int put(const std::string& question, const std::string& body) {
    return agent.json(http::Method::put, "/api/v1/first-steps" + (question.empty() ? "" : "/" + question), body).status;
  }
};

}  // namespace

TEST_CASE("the first login of a new commune is told so until somebody has begun") {
  Steps steps;
  CHECK(steps.read("/api/v1/session").at("is_new").as_bool());
  CHECK(steps.read("/api/v1/first-steps").at("state").as_string() == "new");
  CHECK(steps.put("", R"({"question":"contact"})") == 200);
  CHECK_FALSE(steps.read("/api/v1/session").at("is_new").as_bool());
  CHECK(steps.read("/api/v1/first-steps").at("state").as_string() == "open");
}

TEST_CASE("the register's facts are there before anybody has typed") {
  Steps steps;
  const json::Object answers = steps.read("/api/v1/first-steps").at("answers").as_object();
  CHECK(answers.at("postcode").as_string() == "72230");
  CHECK(answers.at("city").as_string() == "Mulsanne");
  CHECK(answers.at("logo_id").is_null());
}

TEST_CASE("residents see an answer at once") {
  Steps steps;
  Browser visitor(steps.platform);
  visitor.get("/");
  CHECK_FALSE(visitor.shows("Un village de bocage."));
  CHECK(steps.put("welcome", R"({"welcome":"Un village de bocage."})") == 200);
  CHECK(steps.agent.body().at("question").as_string() == "colors");
  visitor.get("/");
  CHECK(visitor.shows("Un village de bocage."));
  CHECK(steps.put("mayor", R"({"mayor_name":"Anne Petit"})") == 200);
  visitor.get("/annuaire/elus");
  CHECK(visitor.shows("Anne Petit"));
  visitor.get("/mentions-legales");
  CHECK(visitor.shows("Anne Petit"));
}

TEST_CASE("each question takes what it asks and nothing else") {
  Steps steps;
  CHECK(steps.put("welcome", R"({"mayor_name":"Anne Petit"})") == 422);
  CHECK(steps.put("mayor", R"({"mayor_name":"Anne Petit","dpo_contact":"x"})") == 422);
  CHECK(steps.put("colors", R"({"theme":"theme-ocre","accent":"#ffd700"})") == 422);
  CHECK(steps.agent.shows("La plus proche qui convient"));
  CHECK(steps.put("hours", R"({"hours":[{"day":1,"intervals":[{"from":"12:00","to":"09:00"}]}]})") == 422);
  CHECK(steps.put("age", R"({"age":3})") == 404);
  CHECK(steps.put("", R"({"question":"age"})") == 404);
  CHECK(steps.read("/api/v1/first-steps").at("state").as_string() == "new");
}

TEST_CASE("at the end the first screen no longer asks for the first steps") {
  Steps steps;
  steps.read("/api/v1/overview");
  CHECK(steps.agent.shows("\"path\":\"/premiers-pas\",\"done\":false"));
  CHECK(steps.put("", R"({"question":""})") == 200);
  CHECK(steps.agent.body().at("state").as_string() == "finished");
  const auto remaining = steps.agent.body().at("remaining").as_int64();
  CHECK(steps.read("/api/v1/overview").at("remaining").as_int64() == remaining);
  CHECK_FALSE(steps.agent.shows("\"path\":\"/premiers-pas\",\"done\":false"));
}
