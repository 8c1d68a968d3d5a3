// What an operator does to communes: created once, resumed from anywhere, closed, opened, deleted.
#include "api/operator/operations.hpp"

#include "core/base/log.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/registry_store.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace clocher;
using namespace clocher::test;
using tenants::CommuneState;

namespace {

void set_state(OperatorWorld& world, CommuneState state) {
  world.services.registry.write(mulsanne_code, [&](db::Tx& tx) {
    tenants::registry_store::set_state(tx, mulsanne_code, state, world.clock.now());
  });
}

std::vector<std::string> journal_of(OperatorWorld& world, std::string_view insee) {
  std::vector<std::string> verbs;
  const auto tenant = world.services.registry.open(insee).value();
  for (const tenants::Event& event : tenant->read([](db::ReadTx& tx) {
         return tenants::events_of(tx, {"commune", 0});
       })) {
    verbs.push_back(event.actor_kind + " " + event.verb);
  }
  return verbs;
}

bool is_served(OperatorWorld& world) {
  return world.services.registry.open_by_host("mulsanne.clocher.localhost").has_value();
}

}  // namespace

TEST_CASE("a commune is created ready from its INSEE code alone") {
  OperatorWorld world;
  const json::Value answer = world.done("commune.create", {{"insee", mulsanne_code}});
  const json::Object& commune = answer.as_object();
  CHECK(json::string_or(commune, "name") == "Mulsanne");
  CHECK(json::string_or(commune, "host") == "mulsanne.clocher.localhost");
  CHECK(json::string_or(commune, "state") == "ready");
  CHECK(json::string_or(commune, "epci") == mans_metropole);
  CHECK(json::find_integer(commune, "population").value_or(0) > 1000);
  CHECK(json::string_or(commune, "url") == "http://mulsanne.clocher.localhost:8080");
  CHECK(is_served(world));
}

TEST_CASE("a commune that is created twice is the same commune") {
  OperatorWorld world;
  CHECK(json::is_true(world.done("commune.create", {{"insee", mulsanne_code}}).as_object(), "created"));
  CHECK_FALSE(json::is_true(world.done("commune.create", {{"insee", mulsanne_code}}).as_object(), "created"));
  CHECK(world.done("commune.list", {}).as_array().size() == 1);
  CHECK(journal_of(world, mulsanne_code) == std::vector<std::string>{"operator commune.created"});
}

TEST_CASE("an unknown INSEE code changes nothing") {
  OperatorWorld world;
  CHECK(world.refused("commune.create", {{"insee", unknown_code}}).key == "reference.unknown_commune");
  CHECK(world.done("commune.list", {}).as_array().empty());
  CHECK_FALSE(std::filesystem::exists(world.services.config.data_dir + "/communes"));
}

TEST_CASE("a former commune is answered with the commune that took it over") {
  OperatorWorld world;
  const Error error = world.refused("commune.create", {{"insee", "72207"}});
  CHECK(error.key == "reference.former_commune");
  CHECK(error.arguments.at("current_name") == "Villeneuve-en-Perseigne");
  CHECK(world.done("commune.list", {}).as_array().empty());
}

TEST_CASE("a host belongs to one commune") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}, {"host", "www.exemple.fr"}}));
  const Error error = world.refused("commune.create", {{"insee", "72003"}, {"host", "www.exemple.fr"}});
  CHECK(error.key == "host.taken");
  CHECK(error.kind == ErrorKind::conflict);
  CHECK(world.done("commune.list", {}).as_array().size() == 1);
}

TEST_CASE("a malformed host is refused before anything is written") {
  OperatorWorld world;
  for (const char* host : {"exemple", "localhost", "192.168.1.10", "127.1", "exemple.0x7f", "::1", "exemple..fr",
                           "-a.fr", "a b.fr", "exemple.fr:80", "http://exemple.fr"}) {
    CHECK(world.refused("commune.create", {{"insee", mulsanne_code}, {"host", host}}).key == "host.malformed");
  }
  CHECK(world.done("commune.list", {}).as_array().empty());
}

TEST_CASE("a host is written in lower case, however it was typed") {
  OperatorWorld world;
  const json::Value commune = world.done("commune.create", {{"insee", mulsanne_code}, {"host", "WWW.Exemple.fr"}});
  CHECK(json::string_or(commune.as_object(), "host") == "www.exemple.fr");
  CHECK(world.refused("commune.create", {{"insee", "72003"}, {"host", "www.EXEMPLE.fr"}}).key == "host.taken");
}

TEST_CASE("below the base domain a host has exactly one label more, which nobody has yet") {
  OperatorWorld world;
  for (const char* host : {"clocher.localhost", "Clocher.Localhost", "a.b.clocher.localhost"}) {
    const Error error = world.refused("commune.create", {{"insee", mulsanne_code}, {"host", host}});
    CHECK(error.key == "host.below_base");
    CHECK(error.arguments.at("base_domain") == "clocher.localhost");
  }
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}, {"host", "chezmoi.clocher.localhost"}}));
  CHECK(world.refused("commune.create", {{"insee", "72003"}, {"host", "chezmoi.clocher.localhost"}}).key ==
        "host.taken");
}

TEST_CASE("a commune that is there is not renamed by creating it again") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  if (GENERATE(false, true)) set_state(world, CommuneState::seeded);  // half-made: the same rule
  for (const json::Object& other : {json::Object{{"insee", mulsanne_code}, {"host", "www.exemple.fr"}},
                                    json::Object{{"insee", mulsanne_code}, {"name", "Mulsanne-sur-Loire"}}}) {
    const Error error = world.refused("commune.create", other);
    CHECK(error.kind == ErrorKind::conflict);
    CHECK(error.key == "commune.already_named");
    CHECK(error.arguments.at("name") == "Mulsanne");
    CHECK(error.arguments.at("host") == "mulsanne.clocher.localhost");
  }
  const json::Object same{{"insee", mulsanne_code}, {"name", " Mulsanne "}, {"host", "mulsanne.clocher.localhost"}};
  CHECK(json::string_or(world.done("commune.create", same).as_object(), "state") == "ready");
}

TEST_CASE("a creation that was cut after any step is taken up and ends ready") {
  const auto state =
      GENERATE(CommuneState::requested, CommuneState::created, CommuneState::migrated, CommuneState::seeded);
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  REQUIRE(world.services.registry.with_closed(mulsanne_code, [] {}));
  // Killed between the step and its line in the registry, or before the step began.
  set_state(world, state);
  if (state == CommuneState::created) std::filesystem::remove_all(world.commune_folder(mulsanne_code));
  CHECK_FALSE(is_served(world));
  const json::Value answer = world.done("commune.create", {{"insee", mulsanne_code}});
  CHECK(json::is_true(answer.as_object(), "created"));
  CHECK(is_served(world));
  CHECK(journal_of(world, mulsanne_code).size() == 1);
}

TEST_CASE("a half-made commune answers no host and is not migrated") {
  const auto state =
      GENERATE(CommuneState::requested, CommuneState::created, CommuneState::migrated, CommuneState::seeded);
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  REQUIRE(world.services.registry.with_closed(mulsanne_code, [] {}));
  set_state(world, state);
  const auto opened = world.services.registry.open_by_host("mulsanne.clocher.localhost");
  REQUIRE_FALSE(opened);
  CHECK(opened.error().kind == ErrorKind::not_found);
  CHECK(world.refused("commune.migrate", {{"insee", mulsanne_code}}).key == "commune.half_made");
  CHECK(world.refused("agent.list", {{"insee", mulsanne_code}}).key == "commune.not_ready");
}

TEST_CASE("a suspended commune is closed to residents, once, and opened again") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  for (int i = 0; i < 2; ++i) {
    CHECK(json::is_true(world.done("commune.suspend", {{"insee", mulsanne_code}}).as_object(), "suspended"));
    CHECK_FALSE(is_served(world));
  }
  CHECK(json::string_or(world.done("commune.show", {{"insee", mulsanne_code}}).as_object(), "state") == "ready");
  for (int i = 0; i < 2; ++i) {
    CHECK_FALSE(json::is_true(world.done("commune.resume", {{"insee", mulsanne_code}}).as_object(), "suspended"));
    CHECK(is_served(world));
  }
  CHECK(journal_of(world, mulsanne_code) ==
        std::vector<std::string>{"operator commune.created", "operator commune.suspended", "operator commune.resumed"});
}

TEST_CASE("a deleted commune leaves no row and no file, and may be created anew") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  CHECK(std::filesystem::exists(world.commune_folder(mulsanne_code) + "/commune.db"));
  CHECK(json::string_or(world.done("commune.delete", {{"insee", mulsanne_code}}).as_object(), "name") == "Mulsanne");
  CHECK_FALSE(std::filesystem::exists(world.commune_folder(mulsanne_code)));
  CHECK_FALSE(is_served(world));
  CHECK(world.refused("commune.delete", {{"insee", mulsanne_code}}).key == "commune.not_here");
  CHECK(json::is_true(world.done("commune.create", {{"insee", mulsanne_code}}).as_object(), "created"));
}

TEST_CASE("no more communes stay open than configured") {
  OperatorWorld world([](Config& config) { config.open_communes = 2; });
  const json::Value plan = world.done("epci.plan", {{"siren", mans_metropole}});
  const json::Array& members = plan.as_object().at("communes").as_array();
  REQUIRE(members.size() >= 5);
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string insee = json::string_or(members[i].as_object(), "insee");
    static_cast<void>(world.done("commune.create", {{"insee", insee}}));
    REQUIRE(world.services.registry.open(insee));
    CHECK(world.services.registry.open_count() <= 2);
  }
  CHECK(world.services.registry.open_communes().size() == 2);
  CHECK(world.services.registry.open_communes().front() == json::string_or(members[4].as_object(), "insee"));
}

TEST_CASE("a file that lacks migrations is refused until it is migrated") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  REQUIRE(world.services.registry.with_closed(mulsanne_code, [&] {
    for (const char* name : {"/commune.db", "/commune.db-wal"})
      std::filesystem::remove(world.commune_folder(mulsanne_code) + name);
    std::ofstream(world.commune_folder(mulsanne_code) + "/commune.db");  // empty: no migration was applied
  }));
  CHECK(world.refused("agent.list", {{"insee", mulsanne_code}}).key == "commune.pending_migrations");
  CHECK(json::string_or(world.done("commune.check", {{"insee", mulsanne_code}}).as_object(), "problem") ==
        "commune.pending_migrations");
  CHECK(
      json::find_integer(world.done("commune.migrate", {{"insee", mulsanne_code}}).as_object(), "applied").value_or(0) >
      0);
  CHECK(world.done("agent.list", {{"insee", mulsanne_code}}).as_array().empty());
}

TEST_CASE("every operation answers an empty input with an error or a value, never with an exception") {
  OperatorWorld world;
  for (const auto& operation : api::control::operations()) {
    INFO(operation.name);
    const auto answer = api::control::run_operation(world.services, operation.name, {});
    if (!answer) CHECK_FALSE(answer.error().key == "operation.failed");
  }
  CHECK(world.refused("commune.explode", {}).key == "operation.unknown");
}

TEST_CASE("a broken file is an error of that operation, with its reason") {
  OperatorWorld world;
  static_cast<void>(world.done("commune.create", {{"insee", mulsanne_code}}));
  REQUIRE(world.services.registry.with_closed(
      mulsanne_code, [&] { std::filesystem::remove_all(world.commune_folder(mulsanne_code)); }));
  const Error error = world.refused("commune.migrate", {{"insee", mulsanne_code}});
  CHECK(error.kind == ErrorKind::unavailable);
  CHECK_FALSE(error.arguments.at("reason").empty());
}

TEST_CASE("the space of an intercommunality is no commune of the list, and is brought up to date like one") {
  OperatorWorld world;
  const json::Value space = world.done("epci.open", {{"siren", mans_metropole}});
  CHECK(json::is_true(space.as_object(), "created"));
  CHECK_FALSE(json::is_true(world.done("epci.open", {{"siren", mans_metropole}}).as_object(), "created"));
  CHECK(world.done("commune.list", {}).as_array().empty());
  CHECK(world.done("platform.list", {}).as_array().size() == 1);
  CHECK(json::find_integer(world.done("commune.migrate", {{"insee", mans_metropole}}).as_object(), "applied") == 0);
  CHECK(world.refused("epci.open", {{"siren", "123456789"}}).key == "reference.unknown_epci");
}
