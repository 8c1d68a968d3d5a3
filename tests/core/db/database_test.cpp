// One connection, writes that wait committed together, one failing closure that undoes only itself.
#include "core/db/database.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <atomic>
#include <csignal>
#include <filesystem>
#include <latch>
#include <thread>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace clocher;
using namespace clocher::db;

namespace {

struct Opened {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/one.db";
  Database database{path, OpenMode::owner};

  Opened() {
    database.write(
        [](Tx& tx) { tx.run_script("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT"); });
  }
  std::int64_t count() {
    return database.read([](ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM note"); });
  }
  void add(std::string_view text) {
    database.write([&](Tx& tx) { tx.run("INSERT INTO note (text) VALUES (?)", text); });
  }
};

}  // namespace

TEST_CASE("a value bound to a statement is never read as SQL") {
  Opened one;
  const std::string hostile = "'); DROP TABLE note; --";
  one.add(hostile);
  CHECK(one.database.read([](ReadTx& tx) {
    return tx.one("SELECT text FROM note", [](const Row& row) { return row.text(0); });
  }) == hostile);
}

TEST_CASE("texts and blobs come back with their zero bytes") {
  Opened one;
  const std::string bytes("a\0b", 3);
  one.add(bytes);
  const auto back = one.database.read([](ReadTx& tx) {
    return tx.one("SELECT text, CAST(text AS BLOB) FROM note",
                  [](const Row& row) { return std::pair(row.text(0), row.blob(1)); });
  });
  CHECK(back->first == bytes);
  CHECK(back->second == bytes);
}

TEST_CASE("a wrong number of parameters throws and leaves the connection usable") {
  Opened one;
  CHECK_THROWS_AS(one.database.write([](Tx& tx) { tx.run("INSERT INTO note (text) VALUES (?)"); }), DatabaseError);
  one.add("after");
  CHECK(one.count() == 1);
}

TEST_CASE("an error result undoes its closure") {
  Opened one;
  const auto answer = one.database.write([](Tx& tx) -> Result<int> {
    tx.run("INSERT INTO note (text) VALUES ('lost')");
    return fail(ErrorKind::conflict, "no");
  });
  CHECK_FALSE(answer);
  CHECK(one.count() == 0);
}

TEST_CASE("an exception undoes its closure and reaches its writer") {
  Opened one;
  CHECK_THROWS_AS(one.database.write([](Tx& tx) {
    tx.run("INSERT INTO note (text) VALUES ('lost')");
    throw std::runtime_error("stop");
  }),
                  std::runtime_error);
  CHECK(one.count() == 0);
  CHECK(one.database.is_healthy());
}

TEST_CASE("a broken rule is a constraint violation and not a broken database") {
  Opened one;
  one.add("same");
  CHECK_THROWS_AS(one.add("same"), ConstraintViolation);
  CHECK(one.database.is_healthy());
  CHECK(one.count() == 1);
}

TEST_CASE("a read or write inside another is refused instead of waiting for itself") {
  Opened one;
  CHECK_THROWS_AS(one.database.read([&](ReadTx&) { return one.count(); }), std::logic_error);
  CHECK_THROWS_AS(one.database.read([&](ReadTx&) { one.add("in a read"); }), std::logic_error);
  CHECK_THROWS_AS(one.database.write([&](Tx&) { return one.count(); }), std::logic_error);
  CHECK_THROWS_AS(one.database.write([&](Tx&) { one.add("in a write"); }), std::logic_error);
  one.add("after");
  CHECK(one.count() == 1);
}

TEST_CASE("writers that wait are committed together") {
  Opened one;
  const auto before = one.database.commits();
  std::latch started(1);
  std::thread slow([&] {
    one.database.write([&](Tx& tx) {
      tx.run("INSERT INTO note (text) VALUES ('slow')");
      started.wait();
    });
  });
  std::vector<std::thread> writers;
  std::atomic<int> begun = 0;
  for (int i = 0; i < 16; ++i) {
    writers.emplace_back([&one, &begun, i] {
      ++begun;
      one.add(std::to_string(i));
    });
  }
  while (begun < 16) std::this_thread::yield();
  started.count_down();
  slow.join();
  for (std::thread& writer : writers) writer.join();
  CHECK(one.count() == 17);
  CHECK(one.database.commits() - before < 17);
}

TEST_CASE("in a batch the closure that fails takes none of the others with it") {
  Opened one;
  std::vector<std::thread> writers;
  std::atomic<int> refused = 0;
  for (int i = 0; i < 24; ++i) {
    writers.emplace_back([&, i] {
      try {
        one.database.write([&](Tx& tx) {
          tx.run("INSERT INTO note (text) VALUES (?)", std::to_string(i));
          if (i % 3 == 0) throw std::runtime_error("this one only");
        });
      } catch (const std::runtime_error&) {
        ++refused;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(refused == 8);
  CHECK(one.count() == 16);
}

TEST_CASE("a full file refuses the write, keeps what was there and works again once there is room") {
  Opened one;
  one.add("kept");
  one.database.write([](Tx& tx) { tx.run_script("PRAGMA max_page_count=12"); });
  const std::string big(100'000, 'x');
  CHECK_THROWS_AS(one.add(big), StorageFull);
  CHECK(one.database.is_healthy());
  CHECK(one.count() == 1);
  one.database.write([](Tx& tx) { tx.run_script("PRAGMA max_page_count=1000"); });
  one.add(big);
  CHECK(one.count() == 2);
}

TEST_CASE("a full file refuses one writer of a batch and lets the small ones through") {
  Opened one;
  one.database.write([](Tx& tx) { tx.run_script("PRAGMA max_page_count=40"); });
  std::vector<std::thread> writers;
  std::atomic<int> full = 0;
  std::atomic<int> kept = 0;
  for (int i = 0; i < 12; ++i) {
    writers.emplace_back([&, i] {
      try {
        one.add(std::to_string(i) + std::string(i % 4 == 0 ? 1'000'000 : 10, 'x'));
        ++kept;
      } catch (const StorageFull&) {
        ++full;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  CHECK(full >= 3);
  CHECK(one.count() == kept);
}

TEST_CASE("what was written is there when the file is opened again") {
  test::TemporaryFolder folder;
  const std::string path = folder.path() + "/one.db";
  {
    Database database(path, OpenMode::owner);
    database.write(
        [](Tx& tx) { tx.run_script("CREATE TABLE note (text TEXT) STRICT; INSERT INTO note (text) VALUES ('kept')"); });
  }
  Database again(path, OpenMode::owner);
  CHECK(again.read([](ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM note"); }) == 1);
}

TEST_CASE("a second owner of the same file is refused, in this process and in another") {
  Opened one;
  CHECK_THROWS_AS(Database(one.path, OpenMode::owner), DatabaseBusy);
  const pid_t child = fork();
  if (child == 0) {
    int code = 1;
    try {
      const Connection second(one.path, OpenMode::owner);
    } catch (const DatabaseBusy&) {
      code = 42;
    } catch (...) {
      code = 2;
    }
    _exit(code);
  }
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(WEXITSTATUS(status) == 42);
}

TEST_CASE("an owner leaves no shared-memory file beside its database") {
  Opened one;
  one.add("x");
  CHECK_FALSE(std::filesystem::exists(one.path + "-shm"));
}

TEST_CASE("an owner commits to the disk before it answers and checks foreign keys") {
  Opened one;
  const auto pragma = one.database.read(
      [](ReadTx& tx) { return std::pair(tx.number("PRAGMA synchronous"), tx.number("PRAGMA foreign_keys")); });
  CHECK(pragma.first == 2);
  CHECK(pragma.second == 1);
}

TEST_CASE("a file that is no database is refused and left as it is") {
  test::TemporaryFolder folder;
  const std::string path = folder.path() + "/text.db";
  { const Database database(path, OpenMode::owner); }
  std::filesystem::resize_file(path, 0);
  FILE* file = std::fopen(path.c_str(), "wb");
  REQUIRE(file != nullptr);
  const std::string text(8192, 'x');
  REQUIRE(std::fwrite(text.data(), 1, text.size(), file) == text.size());
  std::fclose(file);
  CHECK_THROWS_AS(Database(path, OpenMode::owner), DatabaseError);
  CHECK(std::filesystem::file_size(path) == text.size());
}

TEST_CASE("after a write that the disk refused nothing more is written until the file is opened again") {
  Opened one;
  one.add("kept");
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
  const rlimit narrow{64 * 1024, before.rlim_max};
  REQUIRE(setrlimit(RLIMIT_FSIZE, &narrow) == 0);
  CHECK_THROWS_AS(one.add(std::string(4'000'000, 'x')), DatabaseUnreadable);
  REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
  CHECK_FALSE(one.database.is_healthy());
  CHECK_THROWS_AS(one.add("too early"), DatabaseUnreadable);
  CHECK(one.count() == 1);
}
