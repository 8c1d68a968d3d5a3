// The working copy of a procedure by the agents' API: kept, tested, compared, published, while residents see what is published.
#include "tests/support/browser.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* contact = "contacter-la-mairie";

struct Workshop {
  TestPlatform platform;
  Browser agent{platform};
  Browser resident{platform};
  std::string at = std::string("/api/v1/procedures/") + contact;

  Workshop() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
    agent.json(http::Method::patch, at, R"({"state":"open"})");
  }
  json::Object draft(const std::string& of = contact) {
    agent.get("/api/v1/procedures/" + of + "/draft");
    REQUIRE(agent.last().status == 200);
    return agent.body();
  }
  json::Object definition() { return draft().at("definition").as_object(); }
  int save(std::int64_t version, const json::Object& definition) {
    const json::Object body{{"version", version}, {"definition", definition}};
    return agent.json(http::Method::put, at + "/draft", json::serialize(body)).status;
  }
  int publish(std::int64_t version, std::int64_t revision) {
    const json::Object body{{"version", version}, {"revision", revision}};
    return agent.json(http::Method::post, at + "/draft/publish", json::serialize(body)).status;
  }
  std::string code() { return json::string_or(agent.body().at("error").as_object(), "code"); }
  std::vector<std::string> sentences(const std::string& target) {
    agent.get(target);
    REQUIRE(agent.last().status == 200);
    const json::Object body = agent.body();
    std::vector<std::string> list;
    for (const json::Value& change : body.at("changes").as_array())
      list.push_back(json::string_or(change.as_object(), "sentence"));
    return list;
  }
};

json::Object& page(json::Object& definition, std::size_t index) {
  return definition.at("steps").as_array().at(index).as_object();
}
json::Array& questions(json::Object& definition, std::size_t index) {
  return page(definition, index).at("fields").as_array();
}
json::Object optional_text(std::string_view id, std::string_view label) {
  return {{"id", id}, {"type", "text"}, {"label", label}, {"required", false}};
}

}  // namespace

TEST_CASE("without changes the working copy is what is published, as version 0") {
  Workshop shop;
  const json::Object draft = shop.draft();
  CHECK(draft.at("version").as_int64() == 0);
  CHECK(draft.at("current_revision").as_int64() == 1);
  CHECK(draft.at("problems").as_array().empty());
  CHECK(json::string_or(draft.at("definition").as_object(), "title") == "Écrire à la mairie");
}

TEST_CASE("residents see nothing of what is kept until it is published") {
  Workshop shop;
  json::Object definition = shop.definition();
  definition["title"] = "Nous écrire";
  definition["tests"] = json::Array();
  REQUIRE(shop.save(0, definition) == 200);
  shop.resident.get(std::string("/demarches/") + contact);
  CHECK(shop.resident.shows("Écrire à la mairie"));
  CHECK_FALSE(shop.resident.shows("Nous écrire"));
  REQUIRE(shop.publish(1, 1) == 200);
  shop.resident.get(std::string("/demarches/") + contact);
  CHECK(shop.resident.shows("Nous écrire"));
  CHECK(shop.draft().at("version").as_int64() == 0);
}

TEST_CASE("who saves over what somebody else saved is told so, and both versions are there") {
  Workshop shop;
  json::Object mine = shop.definition();
  json::Object theirs = mine;
  theirs["summary"] = "La version de Paul.";
  mine["summary"] = "La version de Claire.";
  REQUIRE(shop.save(0, theirs) == 200);
  CHECK(shop.save(0, mine) == 409);
  CHECK(shop.code() == "procedure_draft_stale");
  const json::Object current = shop.agent.body().at("current").as_object();
  CHECK(json::string_or(current.at("definition").as_object(), "summary") == "La version de Paul.");
  CHECK(shop.save(current.at("version").as_int64(), mine) == 200);
  CHECK(json::string_or(shop.definition(), "summary") == "La version de Claire.");
}

TEST_CASE("an unfinished procedure is kept, and what is wrong is said at its page and question") {
  Workshop shop;
  json::Object definition = shop.definition();
  questions(definition, 0).at(1).as_object()["label"] = "";
  page(definition, 1)["title"] = "";
  REQUIRE(shop.save(0, definition) == 200);
  const json::Array problems = shop.agent.body().at("problems").as_array();
  REQUIRE(problems.size() == 2);
  const json::Object& question = problems.at(0).as_object();
  CHECK(question.at("page").as_int64() == 0);
  CHECK(question.at("field").as_int64() == 1);
  CHECK(json::string_or(question, "message") == "Écrivez la question.");
  CHECK(json::string_or(question, "place") == "Page «\u00a0Votre message\u00a0», question 2");
  CHECK(problems.at(1).as_object().at("field").is_null());
  CHECK(json::string_or(problems.at(1).as_object(), "message") == "Donnez un titre à la page.");
  CHECK(shop.publish(1, 1) == 409);
  CHECK(shop.code() == "procedure_unfinished");
}

TEST_CASE("a condition on a question that is gone is said where it stands") {
  Workshop shop;
  json::Object definition = shop.definition();
  page(definition, 1)["show_if"] = json::Object{{"field", "partie"}, {"equals", "a"}};
  REQUIRE(shop.save(0, definition) == 200);
  bool is_said = false;
  const json::Object body = shop.agent.body();
  for (const json::Value& problem : body.at("problems").as_array()) {
    is_said = is_said || (json::string_or(problem.as_object(), "property") == "show_if" &&
                          problem.at("page").as_int64() == 1);
  }
  CHECK(is_said);
}

TEST_CASE("its own tests are played on the working copy, and one that fails keeps it from being published") {
  Workshop shop;
  json::Object definition = shop.definition();
  questions(definition, 1).at(3).as_object()["required"] = true;  // the telephone, which no test gives
  REQUIRE(shop.save(0, definition) == 200);
  REQUIRE(shop.agent.json(http::Method::post, shop.at + "/draft/test").status == 200);
  const json::Object report = shop.agent.body();
  CHECK(report.at("failed").as_int64() > 0);
  CHECK(report.at("tests").as_array().size() == 3);
  CHECK(shop.publish(1, 1) == 422);
  CHECK(shop.code() == "procedure_tests_failed");
  CHECK(shop.draft().at("current_revision").as_int64() == 1);
}

TEST_CASE("differences are told in sentences, before and after publishing") {
  Workshop shop;
  json::Object definition = shop.definition();
  questions(definition, 0).push_back(optional_text("lieu", "Où ?"));
  questions(definition, 1).at(3).as_object()["label"] = "Votre numéro de téléphone";
  definition["retention_months"] = 24;
  REQUIRE(shop.save(0, definition) == 200);
  const std::vector<std::string> expected = {
      "Réglage modifié : durée de conservation",
      "Question ajoutée : « Où ? » (page « Votre message »)",
      "Question reformulée : « Votre téléphone » devient « Votre numéro de téléphone »"};
  const auto plain = [](std::vector<std::string> list) {
    for (std::string& text : list) {
      for (auto at = text.find("\u00a0"); at != std::string::npos; at = text.find("\u00a0")) text.replace(at, 2, " ");
    }
    return list;
  };
  CHECK(plain(shop.sentences(shop.at + "/draft/diff")) == expected);
  REQUIRE(shop.publish(1, 1) == 200);
  CHECK(plain(shop.sentences(shop.at + "/revisions/2/diff")) == expected);
  CHECK(shop.sentences(shop.at + "/revisions/2/diff?from=2").empty());
  shop.agent.get(shop.at + "/revisions");
  const json::Object history = shop.agent.body();
  const json::Array& items = history.at("items").as_array();
  REQUIRE(items.size() == 2);
  CHECK(json::string_or(items.at(0).as_object(), "author") == "Claire Morel");
  CHECK(json::string_or(items.at(0).as_object(), "source") == "commune");
  CHECK(json::string_or(items.at(1).as_object(), "source") == "catalogue");
}

TEST_CASE("what was published meanwhile must be looked at before one publishes over it") {
  Workshop shop;
  json::Object definition = shop.definition();
  definition["summary"] = "Autrement dit.";
  REQUIRE(shop.save(0, definition) == 200);
  CHECK(shop.publish(1, 7) == 409);
  CHECK(shop.code() == "procedure_revision_stale");
  CHECK(shop.publish(4, 1) == 409);
  CHECK(shop.code() == "procedure_draft_stale");
  CHECK(shop.publish(1, 1) == 200);
  CHECK(shop.publish(1, 2) == 409);
  CHECK(shop.code() == "procedure_nothing_to_publish");
}

TEST_CASE("changes are given up only as they were seen") {
  Workshop shop;
  json::Object definition = shop.definition();
  definition["summary"] = "Autrement dit.";
  REQUIRE(shop.save(0, definition) == 200);
  CHECK(shop.agent.json(http::Method::post, shop.at + "/draft/discard", R"({"version":3})").status == 409);
  CHECK(shop.agent.json(http::Method::post, shop.at + "/draft/discard", R"({"version":1})").status == 200);
  CHECK(shop.draft().at("version").as_int64() == 0);
  CHECK(shop.agent.json(http::Method::post, shop.at + "/draft/discard", R"({"version":1})").status == 200);
}

TEST_CASE("a procedure is begun blank, is nowhere for residents, and can be published as it is") {
  Workshop shop;
  REQUIRE(shop.agent.json(http::Method::post, "/api/v1/procedures", R"({"title":"Prêt de barnum"})").status == 201);
  const json::Object begun = shop.agent.body();
  CHECK(json::string_or(begun, "slug") == "pret-de-barnum");
  CHECK(begun.at("problems").as_array().empty());
  shop.resident.get("/demarches/pret-de-barnum");
  CHECK(shop.resident.last().status == 404);
  shop.agent.get("/api/v1/procedures");
  CHECK(shop.agent.shows(R"({"slug":"pret-de-barnum","title":"Prêt de barnum"})"));
  shop.at = "/api/v1/procedures/pret-de-barnum";
  REQUIRE(shop.publish(1, 0) == 200);
  shop.resident.get("/demarches/pret-de-barnum");
  CHECK(shop.resident.shows("Prêt de barnum"));
}

TEST_CASE("a copy has its own address, its questions and tests that pass under the new title") {
  Workshop shop;
  const std::string body = R"({"title":"Écrire au maire","copy_of":"contacter-la-mairie"})";
  REQUIRE(shop.agent.json(http::Method::post, "/api/v1/procedures", body).status == 201);
  CHECK(json::string_or(shop.agent.body(), "slug") == "ecrire-au-maire");
  REQUIRE(shop.agent.json(http::Method::post, "/api/v1/procedures", body).status == 201);
  CHECK(json::string_or(shop.agent.body(), "slug") == "ecrire-au-maire-2");
  REQUIRE(shop.agent.json(http::Method::post, "/api/v1/procedures/ecrire-au-maire/draft/test").status == 200);
  CHECK(shop.agent.body().at("failed").as_int64() == 0);
}

TEST_CASE("what is exported is a file that can be imported, and a broken one is refused with its place") {
  Workshop shop;
  shop.agent.get(shop.at + "/export");
  CHECK(shop.agent.last().headers.get("Content-Disposition") == "attachment; filename=\"demarche-contacter-la-mairie.json\"");
  json::Object file = shop.agent.body();
  const auto import = [&] {
    return shop.agent.json(http::Method::post, "/api/v1/procedures", json::serialize(json::Object{{"definition", file}})).status;
  };
  REQUIRE(import() == 201);
  CHECK(json::string_or(shop.agent.body(), "slug") == "ecrire-a-la-mairie");
  questions(file, 0).at(0).as_object()["type"] = "devinette";
  CHECK(import() == 422);
  CHECK(shop.agent.shows("Choisissez le genre de réponse."));
  CHECK(shop.agent.shows("Votre message"));
}

TEST_CASE("requests under way keep their questions, and those that lose nothing are moved when told to") {
  Workshop shop;
  const auto write = [&](const char* phone) {
    fill(shop.resident, contact,
         {{"message", {{"subject", "question"}, {"message", "Bonjour"}}},
          {"vous", {{"given_name", "Zoé"}, {"family_name", "Martin"}, {"email", "zoe@exemple.fr"}, {"phone", phone}}}});
    shop.resident.submit(std::string("/demarches/") + contact + "/verification", {});
    shop.resident.follow();
  };
  write("");
  write("0612345678");
  json::Object definition = shop.definition();
  questions(definition, 1).erase(questions(definition, 1).begin() + 3);  // the telephone
  definition["tests"] = json::Array();
  REQUIRE(shop.save(0, definition) == 200);
  REQUIRE(shop.publish(1, 1) == 200);
  shop.agent.get(shop.at + "/older-cases");
  CHECK(shop.agent.body().at("movable").as_int64() == 1);
  const json::Object body = shop.agent.body();
  REQUIRE(body.at("kept").as_array().size() == 1);
  CHECK(json::string_or(body.at("kept").as_array().at(0).as_object(), "reason") ==
        "La réponse à «\u00a0Votre téléphone\u00a0» serait perdue.");
  REQUIRE(shop.agent.json(http::Method::post, shop.at + "/older-cases/move").status == 200);
  shop.agent.get(shop.at + "/older-cases");
  CHECK(shop.agent.body().at("movable").as_int64() == 0);
  CHECK(shop.agent.body().at("kept").as_array().size() == 1);
}

TEST_CASE("a request is not moved where the answer that was promised in two months would be due otherwise") {
  Workshop shop;
  fill(shop.resident, contact,
       {{"message", {{"subject", "question"}, {"message", "Bonjour"}}},
        {"vous", {{"given_name", "Zoé"}, {"family_name", "Martin"}, {"email", "zoe@exemple.fr"}, {"phone", ""}}}});
  shop.resident.submit(std::string("/demarches/") + contact + "/verification", {});
  json::Object definition = shop.definition();
  definition["silence"] = json::Object{{"rule", "acceptance"}, {"months", 2}, {"text", "Oui."}};
  definition["tests"] = json::Array();
  REQUIRE(shop.save(0, definition) == 200);
  REQUIRE(shop.publish(1, 1) == 200);
  shop.agent.get(shop.at + "/older-cases");
  CHECK(shop.agent.body().at("movable").as_int64() == 0);
  CHECK(shop.agent.shows("ce qui a été annoncé"));
}

TEST_CASE("working copies: what cannot be is refused") {
  Workshop shop;
  const std::vector<Scenario> scenarios = {
      {.name = "no such procedure", .target = "/api/v1/procedures/x/draft", .status = 404},
      {.name = "kept for none",
       .method = http::Method::put,
       .target = "/api/v1/procedures/x/draft",
       .status = 404,
       .json = R"({"version":0,"definition":{}})"},
      {.name = "no title",
       .method = http::Method::post,
       .target = "/api/v1/procedures",
       .status = 422,
       .contains = {"Donnez un titre"},
       .json = R"({"title":"  "})"},
      {.name = "copy of none",
       .method = http::Method::post,
       .target = "/api/v1/procedures",
       .status = 422,
       .json = R"({"title":"A","copy_of":"x"})"},
      {.name = "no such revision", .target = shop.at + "/revisions/9/diff", .status = 404},
      {.name = "revision that is no number", .target = shop.at + "/revisions/2/diff?from=x", .status = 400},
      {.name = "too long",
       .method = http::Method::put,
       .target = shop.at + "/draft",
       .status = 413,
       .json = json::serialize(json::Object{{"version", 0},
                                            {"definition", json::Object{{"title", std::string(400'001, 'a')}}}})},
      {.name = "the schema", .target = "/api/v1/procedure-schema", .contains = {"urn:clocher:procedure"}}};
  run(shop.agent, scenarios);
  shop.resident.get(shop.at + "/draft");
  CHECK(shop.resident.last().status == 401);
}
