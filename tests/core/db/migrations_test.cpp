// Migrations: in order, all or nothing, remembered by checksum.
#include "core/db/migrations.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <array>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace clocher;
using namespace clocher::db;

namespace {

constexpr Instant now{1795512720};
constexpr std::array<Migration, 2> both = {
    {{1, "0001_create_note", "CREATE TABLE note (text TEXT NOT NULL) STRICT;"},
     {2, "0002_fill_note", "INSERT INTO note (text) VALUES ('; a semicolon'); CREATE TABLE more (x INTEGER) STRICT;"}}};
constexpr std::span<const Migration> first_only(both.data(), 1);

struct Opened {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/one.db";
  Database database{path, OpenMode::owner};

  std::int64_t number(Sql sql) {
    return database.read([&](ReadTx& tx) { return tx.number(sql); });
  }
};

}  // namespace

TEST_CASE("pending migrations are counted before and none is left after") {
  Opened one;
  CHECK(pending_migrations(one.database, both) == 2);
  migrate(one.database, first_only, now);
  CHECK(pending_migrations(one.database, both) == 1);
  migrate(one.database, both, now);
  CHECK(pending_migrations(one.database, both) == 0);
  CHECK(one.number("SELECT COUNT(*) FROM note") == 1);
}

TEST_CASE("migrating twice applies nothing twice") {
  Opened one;
  migrate(one.database, both, now);
  migrate(one.database, both, now);
  CHECK(one.number("SELECT COUNT(*) FROM note") == 1);
  CHECK(one.number("SELECT COUNT(*) FROM schema_migration") == 2);
}

TEST_CASE("an applied migration whose text changed stops the next one") {
  Opened one;
  migrate(one.database, first_only, now);
  auto changed = both;
  changed[0].sql = "CREATE TABLE note (text TEXT) STRICT;";
  CHECK_THROWS_WITH(migrate(one.database, changed, now), Catch::Contains("0001_create_note"));
  CHECK(altered_migrations(one.database, changed) == std::vector<std::string>{"0001_create_note"});
  CHECK(altered_migrations(one.database, both).empty());
  CHECK(pending_migrations(one.database, both) == 1);
}

TEST_CASE("a file newer than the program is refused") {
  Opened one;
  migrate(one.database, both, now);
  CHECK_THROWS_WITH(pending_migrations(one.database, first_only), Catch::Contains("newer"));
  CHECK_THROWS_WITH(migrate(one.database, first_only, now), Catch::Contains("newer"));
}

TEST_CASE("a migration that fails leaves the file as it was before the first one") {
  Opened one;
  auto broken = both;
  broken[1].sql = "INSERT INTO note (text) VALUES ('x'); INSERT INTO no_such_table VALUES (1);";
  CHECK_THROWS_AS(migrate(one.database, broken, now), DatabaseError);
  CHECK(one.number("PRAGMA user_version") == 0);
  CHECK(one.number("SELECT COUNT(*) FROM sqlite_schema") == 0);
}

// Killed at any moment, the file is before or after: never between.
TEST_CASE("a process killed while it migrates leaves the file before or after") {
  std::string slow = "CREATE TABLE filler (x INTEGER) STRICT;";
  for (int i = 0; i < 400; ++i) slow += "INSERT INTO filler (x) VALUES (" + std::to_string(i) + ");";
  slow += "CREATE TABLE last (x INTEGER) STRICT;";
  auto migrations = both;
  migrations[1].sql = slow;
  for (int round = 0; round < 12; ++round) {
    test::TemporaryFolder folder;
    const std::string path = folder.path() + "/one.db";
    {
      Database database(path, OpenMode::owner);
      migrate(database, first_only, now);
    }
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
      Database database(path, OpenMode::owner);
      static_cast<void>(::write(pipe_ends[1], "x", 1) == 1);
      migrate(database, migrations, now);
      _exit(0);
    }
    char ready = 0;
    REQUIRE(::read(pipe_ends[0], &ready, 1) == 1);
    usleep(static_cast<useconds_t>(round) * 300);
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    Database database(path, OpenMode::owner);
    const int left = pending_migrations(database, migrations);
    const auto tables = database.read(
        [](ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('filler', 'last')"); });
    INFO("round " << round << ", pending " << left);
    CHECK(tables == (left == 0 ? 2 : 0));
    CHECK(database.read([](ReadTx& tx) {
      return tx.one("PRAGMA integrity_check", [](const Row& row) { return row.text(0); });
    }) == "ok");
  }
}

TEST_CASE("a migration's file name must begin with its number") {
  CHECK(make_migration("0012_add_agenda.sql", "x").number == 12);
  CHECK(make_migration("0012_add_agenda.sql", "x").name == "0012_add_agenda");
  for (const char* name : {"12_add.sql", "add.sql", "0001_add.txt", ""})
    CHECK_THROWS_AS(make_migration(name, ""), std::logic_error);
}
