// A procedure that is being written is seen and tried as residents will, and nothing of it is kept.
#include "tests/support/browser.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/html_form.hpp"

#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/outbox.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

struct Trial {
  TestPlatform platform;
  Browser agent{platform};
  json::Object definition;
  json::Object typed;
  std::string slug;
  std::string page;
  json::Object answer = {};

  explicit Trial(const std::string& of = "contacter-la-mairie") : slug(of) {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
    agent.get("/api/v1/procedures/" + slug + "/draft");
    definition = agent.body().at("definition").as_object();
  }
  int ask(const json::Object& more = {}) {
    json::Object body{{"definition", definition}, {"page", page}, {"typed", typed}};
    for (const auto& [name, value] : more) body[name] = value;
    agent.json(http::Method::post, "/api/v1/procedures/" + slug + "/draft/trial", json::serialize(body));
    const int status = agent.last().status;
    if (status == 200) {
      answer = agent.body();
      typed = answer.at("typed").as_object();
      page = json::string_or(answer, "page");
    }
    return status;
  }
  void send(const Fields& fields) {
    json::Array sent;
    for (const auto& [name, value] : fields) sent.push_back(json::Array{json::Value(name), json::Value(value)});
    REQUIRE(ask({{"sent", sent}}) == 200);
  }
  bool shows(std::string_view text) const { return json::string_or(answer, "html").find(text) != std::string::npos; }
};

const Fields message = {{"subject", "question"}, {"message", "Quand passe le bibliobus ?"}};
const Fields person = {{"given_name", "Zoé"}, {"family_name", "Martin"}, {"email", "zoe@exemple.fr"}, {"phone", ""}};

std::int64_t count(TestPlatform& platform, std::string_view what) {
  return platform.tenant()->read([&](db::ReadTx& tx) {
    if (what == "drafts") return tx.number("SELECT COUNT(*) FROM draft");
    if (what == "mails") return tx.number("SELECT COUNT(*) FROM outbox");
    return tx.number("SELECT COUNT(*) FROM dossier");
  });
}

}  // namespace

TEST_CASE("a trial begins on the page before the form, in the words that are being written") {
  Trial trial;
  trial.definition["summary"] = "Dites-nous tout.";
  REQUIRE(trial.ask() == 200);
  CHECK(trial.page == "-introduction");
  CHECK(trial.shows("Dites-nous tout."));
  CHECK(trial.shows("/demarches/contacter-la-mairie/etapes/message"));
}

TEST_CASE("a page of the form is seen as it is written, before anything is saved") {
  Trial trial;
  trial.definition.at("steps").as_array().at(0).as_object()["title"] = "Dites-nous";
  trial.page = "message";
  REQUIRE(trial.ask() == 200);
  CHECK(trial.shows("Dites-nous"));
  CHECK(trial.shows("Étape 1 sur 3"));
}

TEST_CASE("a trial goes to its end as a resident would, and nothing is kept nor sent") {
  Trial trial;
  trial.page = "message";
  trial.send(message);
  CHECK(trial.page == "vous");
  trial.send(person);
  CHECK(trial.page == "-verification");
  CHECK(trial.shows("Quand passe le bibliobus"));
  trial.send({});
  CHECK(trial.page == "-fin");
  CHECK(trial.shows("C’était un essai"));
  for (const char* what : {"drafts", "mails", "dossiers"}) {
    INFO(what);
    CHECK(count(trial.platform, what) == 0);
  }
}

TEST_CASE("a trial refuses what the form refuses, with the words residents read") {
  Trial trial;
  trial.page = "vous";
  trial.send({{"given_name", "Zoé"}, {"family_name", ""}, {"email", "zoe"}, {"phone", ""}});
  CHECK(trial.page == "vous");
  CHECK(trial.shows("error-summary"));
  CHECK(trial.shows("value=\"Zoé\""));
}

TEST_CASE("a trial cannot be sent while an answer is missing") {
  Trial trial;
  trial.page = "message";
  trial.send(message);
  trial.page = "-verification";
  trial.send({});
  CHECK(trial.page == "-verification");
  CHECK_FALSE(trial.shows("C’était un essai"));
}

TEST_CASE("what was filled in becomes a test that passes") {
  Trial trial;
  trial.page = "message";
  trial.send(message);
  trial.send(person);
  trial.send({});
  const json::Array play = trial.answer.at("play").as_array();
  REQUIRE(play.size() == 5);
  CHECK_FALSE(play.at(0).at("fill").as_object().contains("phone"));
  trial.definition["tests"] = json::Array{
      json::Object{{"name", "Mon essai"}, {"at", json::string_or(trial.answer, "today")}, {"play", play}}};
  const json::Object kept{{"version", 0}, {"definition", trial.definition}};
  const std::string at = "/api/v1/procedures/" + trial.slug + "/draft";
  REQUIRE(trial.agent.json(http::Method::put, at, json::serialize(kept)).status == 200);
  REQUIRE(trial.agent.json(http::Method::post, at + "/test").status == 200);
  CHECK(trial.agent.page() == R"({"tests":[{"name":"Mon essai","passed":true,"reason":""}],"failed":0})");
}

TEST_CASE("a file of a trial is a name, a block that repeats is asked again, and both become a test") {
  Trial trial;
  trial.definition.at("steps").as_array().at(0).as_object()["fields"] = json::parse_trusted(R"([
    {"id": "plan", "type": "file", "label": "Un plan", "required": true},
    {"id": "children", "type": "group", "label": "Vos enfants", "required": true, "item_label": "Enfant", "add_label": "Ajouter un enfant",
     "fields": [{"id": "child", "type": "text", "label": "Prénom", "required": true}]}])");
  trial.page = "message";
  trial.send({{"children.count", "1"}, {"children.0.child", "Lou"}});
  CHECK(trial.page == "message");
  trial.send({{"plan", "mon plan.pdf"}, {"children.count", "1"}, {"children.0.child", "Lou"}});
  REQUIRE(trial.page == "vous");
  trial.send(person);
  CHECK(trial.shows("mon plan.pdf"));
  trial.send({});
  trial.definition["tests"] = json::Array{
      json::Object{{"name", "Avec un plan"}, {"at", "2026-11-24"}, {"play", trial.answer.at("play").as_array()}}};
  const std::string at = "/api/v1/procedures/" + trial.slug + "/draft";
  const json::Object kept{{"version", 0}, {"definition", trial.definition}};
  REQUIRE(trial.agent.json(http::Method::put, at, json::serialize(kept)).status == 200);
  REQUIRE(trial.agent.json(http::Method::post, at + "/test").status == 200);
  CHECK(trial.agent.page() == R"({"tests":[{"name":"Avec un plan","passed":true,"reason":""}],"failed":0})");
}

TEST_CASE("a trial withstands what nobody types") {
  Trial trial;
  trial.page = "vous";
  trial.typed = json::Object{{"given_name", json::Object{{"a", 1}}}, {"email", json::Array{1, nullptr}}, {"phone", 12.5},
                             {"subject", true}, {"nobody", "x"}};
  CHECK(trial.ask() == 200);
  CHECK(trial.ask({{"sent", json::Array{json::Array{"given_name"}}}}) == 422);
  CHECK(trial.ask({{"sent", json::Array{json::Array{"given_name", "<script>alert(1)</script>"}}}}) == 200);
  CHECK_FALSE(trial.shows("<script>alert"));
  trial.definition["steps"] = json::Array();
  CHECK(trial.ask() == 409);
}

TEST_CASE("a trial stops where the answers end the procedure, and is recorded so") {
  Trial trial;
  const json::Value ending = json::parse_trusted(
      R"([{"when": {"field": "subject", "equals": "question"}, "text": "Posez-la au guichet."}])");
  trial.definition.at("steps").as_array().at(0).as_object()["ends_if"] = ending;
  trial.page = "message";
  trial.send(message);
  CHECK(trial.page == "message");
  CHECK(trial.shows("<h1>Vous n’êtes pas concerné</h1>"));
  CHECK(trial.shows("Posez-la au guichet."));
  REQUIRE(trial.ask() == 200);
  CHECK(trial.shows("<form"));
}
