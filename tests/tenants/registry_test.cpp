// The list of communes: which host is whose, how many files stay open, and who waits for whom.
#include "tenants/registry.hpp"

#include "tenants/provisioning.hpp"
#include "tenants/registry_store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <array>
#include <atomic>
#include <cstdio>
#include <filesystem>
#include <thread>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

constexpr const char* third_insee = "72001";

std::string host_of(TenantWorld& world, std::string_view insee) { return world.registry().show(insee)->host; }

std::string error_of(const Result<TenantHandle>& result) { return result ? "open" : result.error().key; }

}  // namespace

TEST_CASE("a commune is served at its own host and at no other spelling of it") {
  TenantWorld world;
  static_cast<void>(world.commune());
  CHECK(world.registry().open_by_host("mulsanne.clocher.localhost").value()->insee() == "72213");
  for (const char* host : {"", "clocher.localhost", "Mulsanne.clocher.localhost", "mulsanne.clocher.localhost.",
                           "mulsanne.clocher.localhost:8080", "x.mulsanne.clocher.localhost"}) {
    INFO(host);
    CHECK(error_of(world.registry().open_by_host(host)) == "commune.unknown_host");
  }
}

TEST_CASE("peeking opens nothing") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  world.restart();
  CHECK(world.registry().peek_by_host("mulsanne.clocher.localhost") == nullptr);
  const auto held = world.registry().open("72213").value();
  CHECK(world.registry().peek_by_host("mulsanne.clocher.localhost") == held);
  CHECK(world.registry().peek_by_host("nowhere.clocher.localhost") == nullptr);
}

TEST_CASE("a suspended commune is closed to visitors, open to operators, and back when resumed") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  REQUIRE(suspend_commune(world.registry(), "72213"));
  const auto first = world.registry().show("72213")->suspended_at;
  world.clock.advance(10);
  REQUIRE(suspend_commune(world.registry(), "72213"));
  CHECK(world.registry().show("72213")->suspended_at == first);
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "commune.suspended");
  CHECK(world.registry().peek_by_host("mulsanne.clocher.localhost") == nullptr);
  CHECK(error_of(world.registry().open("72213")) == "open");
  CHECK(world.registry().ready_communes().empty());
  world.restart();
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "commune.suspended");
  REQUIRE(resume_commune(world.registry(), "72213"));
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "open");
  CHECK(suspend_commune(world.registry(), "99999").error().key == "commune.not_here");
}

TEST_CASE("no more communes stay open than configured, the least recently used closes first") {
  TenantWorld world(2);
  for (const char* insee : {first_insee, second_insee, third_insee}) static_cast<void>(world.commune(insee));
  CHECK(world.registry().open_count() == 2);
  CHECK(world.registry().open_communes() == std::vector<std::string>{third_insee, second_insee});
  CHECK(world.registry().peek_by_host(host_of(world, first_insee)) == nullptr);
  static_cast<void>(world.registry().open(second_insee));
  static_cast<void>(world.registry().open(first_insee));
  CHECK(world.registry().open_communes() == std::vector<std::string>{first_insee, second_insee});
}

TEST_CASE("a commune that the LRU lets go of stays open for the request that holds it") {
  TenantWorld world(1);
  const auto held = world.commune(first_insee);
  static_cast<void>(world.commune(second_insee));
  CHECK(held->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM profile"); }) == 1);
  // The same file is never opened twice: the holder and the newcomer share it.
  CHECK(world.registry().open(first_insee).value() == held);
}

TEST_CASE("a commune closed and opened again has another generation, so that no cached page of before is fresh") {
  TenantWorld world;
  std::int64_t before = 0;
  { before = world.commune()->generation(); }
  REQUIRE(world.registry().with_closed("72213", [] {}));
  CHECK(world.commune()->generation() != before);
}

TEST_CASE("nobody opens a commune while it is held closed, and everybody after") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  std::atomic<bool> is_over = false;
  std::atomic<int> too_early = 0;
  std::vector<std::thread> visitors;
  REQUIRE(world.registry().with_closed("72213", [&] {
    CHECK(world.registry().peek_by_host("mulsanne.clocher.localhost") == nullptr);
    for (int i = 0; i < 4; ++i) {
      visitors.emplace_back([&] {
        const auto tenant = world.registry().open("72213");
        if (!is_over || !tenant) ++too_early;
      });
    }
    const db::Database alone(world.registry().folder_of("72213") + "/commune.db", db::OpenMode::owner);
    std::this_thread::yield();
    is_over = true;
  }));
  for (std::thread& visitor : visitors) visitor.join();
  CHECK(too_early == 0);
}

TEST_CASE("what throws while a commune is held closed leaves it open to others") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  CHECK_THROWS_AS(world.registry().with_closed("72213", [] { throw std::runtime_error("stop"); }), std::runtime_error);
  CHECK(error_of(world.registry().open("72213")) == "open");
}

TEST_CASE("closing waits for the request in flight and then gives way") {
  TenantWorld world;
  auto held = world.commune();
  std::atomic<bool> closed = false;
  std::thread closer([&] { closed = world.registry().with_closed("72213", [] {}).has_value(); });
  for (int i = 0; i < 1000; ++i) std::this_thread::yield();
  held.reset();
  closer.join();
  CHECK(closed);
}

TEST_CASE("many threads opening, writing and closing few places lose no write and never open a file twice") {
  TenantWorld world(1);
  const std::array<const char*, 3> codes = {first_insee, second_insee, third_insee};
  for (const char* insee : codes) {
    world.commune(insee)->write([](db::Tx& tx) { tx.run("INSERT INTO counter (name, value) VALUES ('test', 0)"); });
  }
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread) {
    threads.emplace_back([&, thread] {
      for (int i = 0; i < 15; ++i) {
        const auto tenant = world.registry().open(codes.at(static_cast<std::size_t>((thread + i) % 3)));
        if (!tenant) {
          ++failures;
          continue;
        }
        (*tenant)->write([](db::Tx& tx) { tx.run("UPDATE counter SET value = value + 1 WHERE name = 'test'"); });
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failures == 0);
  std::int64_t total = 0;
  for (const char* insee : codes) {
    total += world.registry().open(insee).value()->read(
        [](db::ReadTx& tx) { return tx.number("SELECT value FROM counter WHERE name = 'test'"); });
  }
  CHECK(total == 8 * 15);
}

TEST_CASE("visitors who come while a commune closes make its closing neither fail nor wait for them") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  std::atomic<bool> is_over = false;
  std::vector<std::thread> visitors;
  for (int i = 0; i < 4; ++i) {
    visitors.emplace_back([&] {
      while (!is_over) static_cast<void>(world.registry().open("72213"));
    });
  }
  int closings = 0;
  for (int i = 0; i < 60; ++i) closings += world.registry().with_closed("72213", [] {}).has_value();
  is_over = true;
  for (std::thread& visitor : visitors) visitor.join();
  CHECK(closings == 60);
}

TEST_CASE("a file that lacks a migration or is newer than the program is not served") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  const auto set_version = [&](const char* sql) {
    REQUIRE(world.registry().with_closed("72213", [&] {
      db::Database database(world.registry().folder_of("72213") + "/commune.db", db::OpenMode::owner);
      database.write([&](db::Tx& tx) { tx.run_script(sql); });
    }));
  };
  set_version("PRAGMA user_version=0");
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "commune.pending_migrations");
  set_version("PRAGMA user_version=999");
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "commune.unreadable");
}

TEST_CASE("a corrupt commune fails alone") {
  TenantWorld world;
  {
    const auto one = world.commune(first_insee);
    const auto two = world.commune(second_insee);
  }
  const std::string path = world.registry().folder_of(first_insee) + "/commune.db";
  REQUIRE(world.registry().with_closed(first_insee, [&] {
    std::FILE* file = std::fopen(path.c_str(), "r+b");
    REQUIRE(file != nullptr);
    const std::string garbage(4096, 'x');
    REQUIRE(std::fwrite(garbage.data(), 1, garbage.size(), file) == garbage.size());
    std::fclose(file);
  }));
  CHECK(error_of(world.registry().open(first_insee)) == "commune.unreadable");
  CHECK(error_of(world.registry().open(second_insee)) == "open");
}

TEST_CASE("a folder serves one process only") {
  TenantWorld world;
  CHECK_THROWS_AS(Registry({world.data_dir(), 10, "http", ""}, shipped_migrations("registry"),
                           shipped_migrations("commune"), world.clock),
                  db::DatabaseBusy);
}

TEST_CASE("a lost file is said so and not replaced by an empty one") {
  TenantWorld world;
  { const auto opened = world.commune(); }
  const std::string path = world.registry().folder_of(first_insee) + "/commune.db";
  REQUIRE(world.registry().with_closed(first_insee, [&] { std::filesystem::rename(path, path + ".away"); }));
  CHECK(error_of(world.registry().open(first_insee)) == "commune.unreadable");
  const auto migrated = tenants::migrate_commune(world.registry(), first_insee);
  REQUIRE_FALSE(migrated);
  CHECK(migrated.error().key == "commune.unreadable");
  CHECK_FALSE(std::filesystem::exists(path));
  std::filesystem::rename(path + ".away", path);
  CHECK(error_of(world.registry().open(first_insee)) == "open");
}

TEST_CASE("a host map that cannot be read again is an error of the caller, not the end of the process") {
  TenantWorld world;
  db::Database& database = world.registry().database();
  CHECK_THROWS_AS(database.read([&](db::ReadTx&) { world.registry().write(first_insee, [](db::Tx&) {}); }),
                  std::logic_error);
  CHECK(error_of(world.registry().open_by_host("mulsanne.clocher.localhost")) == "commune.unknown_host");
}

TEST_CASE("a registry of the first version keeps its communes and hosts when spaces become possible") {
  const TemporaryFolder folder;
  const auto migrations = shipped_migrations("registry");
  REQUIRE(migrations.size() >= 2);
  const std::string path = folder.path() + "/registry.db";
  {
    db::Database database(path, db::OpenMode::owner);
    db::migrate(database, std::span(migrations).first(1), test_start);
    database.write([](db::Tx& tx) {
      CommuneRecord record;
      record.insee = "72213";
      record.name = "Mulsanne";
      record.host = "mulsanne.example";
      registry_store::insert_commune(tx, record, test_start);
      registry_store::set_state(tx, "72213", CommuneState::ready, test_start);
      registry_store::insert_host(tx, "www.mulsanne.example", "72213", test_start);
    });
  }
  db::Database database(path, db::OpenMode::owner);
  db::migrate(database, migrations, test_start);
  database.write([](db::Tx& tx) {
    CHECK(registry_store::list_communes(tx).size() == 1);
    CHECK(registry_store::hosts_of(tx, "72213").size() == 2);
    CHECK(registry_store::list_served_hosts(tx).size() == 2);
    registry_store::delete_commune(tx, "72213");
    CHECK(registry_store::hosts_of(tx, "72213").empty());
  });
}
