// The directories by the agents' API: records and imports.
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

using enum http::Method;

json::Object record(const std::string& name) {
  return {{"name", name},
          {"category", "Sport"},
          {"description", ""},
          {"address", ""},
          {"postcode", ""},
          {"city", ""},
          {"latitude", nullptr},
          {"longitude", nullptr},
          {"phone", ""},
          {"phone_2", ""},
          {"email", ""},
          {"website", ""},
          {"hours", nullptr},
          {"image_id", nullptr},
          {"image_alt", ""},
          {"details", json::Object()},
          {"pivots", json::Array()},
          {"is_visible", true},
          {"contact_consent", false}};
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    unsigned group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k) out += i + k > bytes.size() ? '=' : alphabet[group >> (6 * (3 - k)) & 63];
  }
  return out;
}

struct Agent {
  TestPlatform platform;
  Browser browser{platform};
  Browser visitor{platform};

  Agent() {
    make_agent(*platform.tenant(), platform.now());
    sign_in(browser);
  }
  int send(http::Method method, const std::string& path, const json::Object& body) {
    return browser.json(method, "/api/v1" + path, json::serialize(body)).status;
  }
  std::int64_t create(const std::string& name) {
    json::Object body = record(name);
    body["kind"] = "associations";
    REQUIRE(send(post, "/directory", body) == 201);
    return browser.body().at("id").as_int64();
  }
  int save(std::int64_t id, json::Object body, std::int64_t base) {
    body["base_version"] = base;
    return send(put, "/directory/" + std::to_string(id), body);
  }
  int act(std::int64_t id, const std::string& verb) {
    return browser.json(post, "/api/v1/directory/" + std::to_string(id) + verb).status;
  }
  int import(const std::string& file, const std::string& path = "/directory-imports") {
    return send(post, path,
                {{"kind", "associations"},
                 {"file_name", "liste.csv"},
                 {"content_base64", base64(file)},
                 {"duplicates", "update"}});
  }
  std::string field(const std::string& name) {
    return json::string_or(browser.body().at("error").at("fields").as_object(), name);
  }
  std::size_t count(const std::string& query) {
    REQUIRE(browser.get("/api/v1/directory" + query).status == 200);
    return browser.body().at("items").as_array().size();
  }
};

}  // namespace

TEST_CASE("an agent writes a record and residents read it at once") {
  Agent agent;
  const auto id = agent.create("Club de boules");
  CHECK(agent.browser.body().at("url").as_string() ==
        agent.platform.origin() + "/annuaire/associations/club-de-boules");
  CHECK(agent.visitor.get("/annuaire/associations/club-de-boules").status == 200);
  json::Object changed = record("Club de boules");
  changed["phone"] = "02.43.00.00.00";
  changed["latitude"] = 47.9;
  changed["longitude"] = 0;
  changed["hours"] = json::Array{
      json::Object{{"day", 1}, {"intervals", json::Array{json::Object{{"from", "09:00"}, {"to", "12:00"}}}}}};
  CHECK(agent.save(id, changed, 1) == 200);
  CHECK(agent.browser.body().at("phone") == "02 43 00 00 00");
  CHECK(agent.browser.body().at("hours").as_array().size() == 7);
  agent.visitor.get("/annuaire/associations/club-de-boules");
  CHECK(agent.visitor.shows("02 43 00 00 00"));
  CHECK(agent.visitor.shows("mlat=47.900000"));
}

TEST_CASE("what is wrong in a record is said field by field") {
  Agent agent;
  const auto id = agent.create("Club");
  json::Object wrong = record("");
  wrong["phone"] = "12";
  wrong["website"] = "javascript:alert(1)";
  wrong["details"] = json::Object{{"rna", "W1"}};
  CHECK(agent.save(id, wrong, 1) == 422);
  CHECK(agent.field("name") == "Donnez un nom.");
  CHECK_FALSE(agent.field("phone").empty());
  CHECK_FALSE(agent.field("website").empty());
  CHECK_FALSE(agent.field("details.rna").empty());
  wrong = record("Club");
  wrong["latitude"] = 47.9;
  CHECK(agent.save(id, wrong, 1) == 422);
  CHECK_FALSE(agent.field("longitude").empty());
  wrong = record("Club");
  wrong["details"] = json::Object{{"rna", 12}};
  CHECK(agent.save(id, wrong, 1) == 422);
  wrong = record("Club");
  wrong["nom"] = "Club";
  CHECK(agent.save(id, wrong, 1) == 422);
}

TEST_CASE("who saves over a colleague's change gets it back with the refusal") {
  Agent agent;
  const auto id = agent.create("Club");
  json::Object mine = record("Club");
  mine["city"] = "Mulsanne";
  REQUIRE(agent.save(id, mine, 1) == 200);
  mine["city"] = "Le Mans";
  CHECK(agent.save(id, mine, 1) == 409);
  CHECK(agent.browser.body().at("current").at("city") == "Mulsanne");
}

TEST_CASE("records are searched, ordered, confirmed, binned and brought back") {
  Agent agent;
  const auto first = agent.create("Étoile sportive");
  const auto second = agent.create("Chorale");
  CHECK(agent.count("?kind=associations") == 2);
  CHECK(agent.count("?kind=associations&q=ETOILE%20sport") == 1);
  CHECK(agent.count("?q=mairie") == 1);
  CHECK(agent.browser.get("/api/v1/directory?kind=autre").status == 400);
  CHECK(agent.send(post, "/directory/order", {{"kind", "associations"}, {"ids", json::Array{second, first}}}) == 204);
  REQUIRE(agent.count("?kind=associations") == 2);
  CHECK(agent.browser.body().at("items").at(0).at("name") == "Chorale");
  CHECK(agent.send(post, "/directory/order", {{"kind", "associations"}, {"ids", json::Array{"x"}}}) == 422);
  agent.platform.clock.advance(366 * one_day);
  sign_in(agent.browser);
  REQUIRE(agent.count("?q=chorale") == 1);
  CHECK(agent.browser.body().at("items").at(0).at("is_stale").as_bool());
  CHECK(agent.act(second, "/confirm") == 200);
  CHECK_FALSE(agent.browser.body().at("is_stale").as_bool());
  CHECK(agent.browser.json(delete_, "/api/v1/directory/" + std::to_string(second)).status == 204);
  CHECK(agent.count("?shelf=bin") == 1);
  CHECK(agent.act(second, "/confirm") == 404);
  CHECK(agent.act(second, "/restore") == 200);
  CHECK(agent.visitor.get("/annuaire/associations/chorale").status == 200);
}

TEST_CASE("the town hall's record cannot be binned and says that it is the town hall's") {
  Agent agent;
  REQUIRE(agent.count("?kind=services") == 1);
  CHECK(agent.browser.body().at("items").at(0).at("is_town_hall").as_bool());
  const auto id = agent.browser.body().at("items").at(0).at("id").as_int64();
  CHECK(agent.browser.json(delete_, "/api/v1/directory/" + std::to_string(id)).status == 409);
}

TEST_CASE("kinds and their fields are told, and a model of each can be had") {
  Agent agent;
  REQUIRE(agent.browser.get("/api/v1/directory/kinds").status == 200);
  CHECK(agent.browser.body().at("items").as_array().size() == 6);
  const auto& model = agent.browser.get("/api/v1/directory/models/associations");
  CHECK(model.status == 200);
  CHECK(model.headers.get("Content-Disposition") == "attachment; filename=\"modele-associations.csv\"");
  CHECK(agent.browser.shows("\xEF\xBB\xBF\"Nom\";"));
  CHECK(agent.browser.get("/api/v1/directory/models/autre").status == 404);
}

TEST_CASE("a file is shown, refused with its errors, mended, imported, undone") {
  Agent agent;
  const std::string wrong = "Nom;Tel;Couleur\nChorale;12;bleu\nClub;0243000000;rouge\n";
  REQUIRE(agent.import(wrong, "/directory-imports/preview") == 200);
  const json::Object plan = agent.browser.body();
  CHECK(plan.at("wrong_count") == 1);
  CHECK(plan.at("rows").at(0).at("errors").at(0).at("column") == 1);
  CHECK(plan.at("rows").at(0).at("errors").at(0).at("message") == "Indiquez un numéro de téléphone complet.");
  CHECK(plan.at("columns").at(2).at("means") == "");
  CHECK(agent.import(wrong) == 422);
  CHECK(agent.count("?kind=associations") == 0);
  REQUIRE(agent.import("Nom;Tel;Couleur\nChorale;0243000001;bleu\nClub;0243000000;rouge\n") == 201);
  const auto id = agent.browser.body().at("id").as_int64();
  CHECK(agent.browser.body().at("can_be_undone").as_bool());
  CHECK(agent.count("?kind=associations") == 2);
  CHECK(agent.visitor.get("/annuaire/associations/chorale").status == 200);
  const std::string undo = "/api/v1/directory-imports/" + std::to_string(id) + "/undo";
  CHECK(agent.browser.json(post, undo).status == 200);
  CHECK(agent.browser.body().at("removed_count") == 2);
  CHECK(agent.browser.json(post, undo).status == 409);
  CHECK(agent.browser.get("/api/v1/directory-imports").status == 200);
  CHECK_FALSE(agent.browser.body().at("items").at(0).at("undone_at").is_null());
  CHECK(agent.visitor.get("/annuaire/associations/chorale").status == 404);
}

TEST_CASE("a file that is none is refused in words") {
  Agent agent;
  CHECK(agent.import(std::string("\x89PNG\r\n\x1A\n\0", 9)) == 400);
  CHECK(agent.browser.shows("n’est pas un tableau CSV"));
  CHECK(agent.import("Ville\nMulsanne\n") == 422);
  CHECK(agent.browser.shows("Aucune colonne ne s’appelle"));
  CHECK(agent.send(post, "/directory-imports",
                   {{"kind", "associations"}, {"file_name", "x"}, {"content_base64", "%%"}, {"duplicates", "rien"}}) ==
        422);
  CHECK_FALSE(agent.field("content_base64").empty());
  CHECK_FALSE(agent.field("duplicates").empty());
}

TEST_CASE("a plan shows the first fifty rows and every wrong one beyond") {
  Agent agent;
  std::string file = "Nom;Tel\n";
  for (int i = 0; i < 80; ++i) file += "Club " + std::to_string(i) + ";" + (i == 70 ? "12" : "0243000000") + "\n";
  REQUIRE(agent.import(file, "/directory-imports/preview") == 200);
  const json::Object plan = agent.browser.body();
  CHECK(plan.at("row_count") == 80);
  REQUIRE(plan.at("rows").as_array().size() == 51);
  CHECK(plan.at("rows").at(50).at("number") == 72);
}

TEST_CASE("the directories of the administration are for agents") {
  Agent agent;
  for (const char* path :
       {"/directory", "/directory/kinds", "/directory/1", "/directory/models/elus", "/directory-imports"})
    CHECK(agent.visitor.get("/api/v1" + std::string(path)).status == 401);
}
