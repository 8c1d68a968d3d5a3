// Contents of an intercommunality on the sites of its communes, as residents and agents meet them.
#include "api/commands/spreading.hpp"
#include "tenants/provisioning.hpp"
#include "tenants/site/content.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/http_scenario.hpp"

using namespace clocher;
using namespace clocher::test;

namespace {

constexpr const char* mans_metropole = "247200132";  // Mulsanne's; Saint-Maixent belongs to another

struct Shared {
  TestPlatform platform;
  Browser agent{platform};
  Browser resident{platform};

  Shared() {
    REQUIRE(tenants::open_epci_space(platform.services.provisioning(), mans_metropole, ""));
    REQUIRE(tenants::create_published(*platform.tenant(mans_metropole), claire,
                                      {tenants::ContentKind::news, "", {"Collecte décalée", "Le 26", "Sortez vos bacs."}},
                                      platform.now()));
    make_agent(*platform.tenant(), platform.now());
    sign_in(agent);
    spread();
  }
  void spread() {
    api::commands::spread_shared_contents(platform.services, [] { return false; });
  }
  json::Object first_item() {
    agent.get("/api/v1/sharing");
    return agent.body().at("items").as_array().at(0).as_object();
  }
  int choose(std::string_view policy) {
    return agent.json(http::Method::put, std::string("/api/v1/sharing/sources/") + mans_metropole,
                      json::serialize(json::Object{{"policy", policy}})).status;
  }
};

}  // namespace

TEST_CASE("an agent accepts what is shared, and residents read it at once") {
  Shared world;
  world.resident.get("/actualites");
  CHECK_FALSE(world.resident.shows("Collecte décalée"));
  CHECK(world.first_item().at("is_shown") == false);
  CHECK(world.choose("accept") == 200);
  world.resident.get("/actualites");
  CHECK(world.resident.shows("Collecte décalée"));
  world.resident.get("/actualites/collecte-decalee");
  CHECK(world.resident.last().status == 200);
}

TEST_CASE("a banner, the list of alerts and the agenda name who wrote what is shared") {
  Shared world;
  const auto share = [&](tenants::ContentKind kind, tenants::ContentText text) {
    REQUIRE(tenants::create_published(*world.platform.tenant(mans_metropole), claire, {kind, "", std::move(text)},
                                      world.platform.now()));
  };
  share(tenants::ContentKind::alert, {"Eau coupée", "", "", {}, {{"severity", "vigilance"}}});
  share(tenants::ContentKind::event, {"Fête du tri", "", "", {}, {{"starts", "2026-12-05T18:30"}}});
  world.spread();
  CHECK(world.choose("accept") == 200);
  for (const char* path : {"/", "/alertes", "/alertes/eau-coupee", "/agenda", "/agenda/fete-du-tri"}) {
    INFO(path);
    world.resident.get(path);
    CHECK(world.resident.last().status == 200);
    CHECK(world.resident.shows("Le Mans Métropole"));
  }
}

TEST_CASE("a commune of another intercommunality receives nothing") {
  Shared world;
  Browser neighbour(world.platform, saint_maixent);
  make_agent(*world.platform.tenant(saint_maixent), world.platform.now());
  sign_in(neighbour);
  neighbour.get("/api/v1/sharing");
  CHECK(neighbour.body().at("sources").as_array().empty());
  CHECK(neighbour.body().at("items").as_array().empty());
}

TEST_CASE("a suspended space or commune is left alone") {
  Shared world;
  REQUIRE(tenants::suspend_commune(world.platform.services.registry, mans_metropole));
  REQUIRE(tenants::create_published(*world.platform.tenant(mans_metropole), claire,
                                    {tenants::ContentKind::news, "", {"Trop tard", "", "x"}}, world.platform.now()));
  world.spread();
  world.agent.get("/api/v1/sharing");
  CHECK(world.agent.body().at("items").as_array().size() == 1);
}

TEST_CASE("what makes no sense is refused by the sharing API") {
  Shared world;
  const std::string item = "/api/v1/sharing/contents/" + std::to_string(world.first_item().at("id").as_int64());
  const std::string source = std::string("/api/v1/sharing/sources/") + mans_metropole;
  const std::vector<Scenario> scenarios = {
      {.name = "policy", .method = http::Method::put, .target = source, .status = 422, .json = R"({"policy":"maybe"})"},
      {.name = "source", .method = http::Method::put, .target = "/api/v1/sharing/sources/123456789", .status = 404,
       .json = R"({"policy":"accept"})"},
      {.name = "decision", .method = http::Method::put, .target = item, .status = 422, .json = R"({"decision":"yes"})"},
      {.name = "own content", .method = http::Method::put, .target = "/api/v1/sharing/contents/1", .status = 404,
       .json = R"({"decision":"accepted"})"},
      {.name = "not theirs to edit", .method = http::Method::delete_,
       .target = "/api/v1/contents/" + std::to_string(world.first_item().at("id").as_int64()), .status = 404}};
  run(world.agent, scenarios);
}
