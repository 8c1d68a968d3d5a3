// Applies migrations in order and remembers a checksum of each.
#include "core/db/migrations.hpp"

#include "core/security/crypto.hpp"

#include <charconv>
#include <stdexcept>

namespace clocher::db {
namespace {

int schema_version(ReadTx& tx) { return static_cast<int>(tx.number("PRAGMA user_version")); }

struct Applied {
  int number;
  std::string name;
  std::string checksum;
};

std::vector<Applied> read_applied(ReadTx& tx) {
  if (schema_version(tx) == 0) return {};
  return tx.all("SELECT number, name, checksum FROM schema_migration ORDER BY number", [](const Row& row) {
    return Applied{static_cast<int>(row.integer(0)), row.text(1), row.text(2)};
  });
}

std::vector<std::string> altered(const std::vector<Applied>& applied, std::span<const Migration> migrations) {
  std::vector<std::string> names;
  for (const Applied& one : applied) {
    const auto index = static_cast<std::size_t>(one.number) - 1;
    if (index < migrations.size() && security::sha256_hex(migrations[index].sql) != one.checksum)
      names.push_back(one.name);
  }
  return names;
}

void refuse_newer(int version, std::span<const Migration> migrations) {
  if (version > static_cast<int>(migrations.size())) {
    throw std::runtime_error("migrations: the file has version " + std::to_string(version) +
                             ", newer than this program");
  }
}

void apply(Tx& tx, const Migration& migration, Instant now) {
  tx.run_script(migration.sql);
  tx.run("INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES (?, ?, ?, ?)", migration.number,
         migration.name, security::sha256_hex(migration.sql), now);
  tx.run_script("PRAGMA user_version=" + std::to_string(migration.number));
}

}  // namespace

Migration make_migration(std::string_view file_name, std::string_view sql) {
  int number = 0;
  const auto [end, error] = std::from_chars(file_name.data(), file_name.data() + file_name.size(), number);
  if (error != std::errc{} || end != file_name.data() + 4 || !file_name.ends_with(".sql")) {
    throw std::logic_error("migrations: misnamed file " + std::string(file_name));
  }
  return {number, file_name.substr(0, file_name.size() - 4), sql};
}

int pending_migrations(Database& database, std::span<const Migration> migrations) {
  const int version = database.read(schema_version);
  refuse_newer(version, migrations);
  return static_cast<int>(migrations.size()) - version;
}

void migrate(Database& database, std::span<const Migration> migrations, Instant now) {
  database.write([&](Tx& tx) {
    const int version = schema_version(tx);
    refuse_newer(version, migrations);
    const auto changed = altered(read_applied(tx), migrations);
    if (!changed.empty()) throw std::runtime_error("migrations: " + changed.front() + " is not what was applied");
    if (version == 0) {
      tx.run_script(
          "CREATE TABLE schema_migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, "
          "applied_at INTEGER NOT NULL) STRICT");
    }
    for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(version))) apply(tx, migration, now);
  });
}

std::vector<std::string> altered_migrations(Database& database, std::span<const Migration> migrations) {
  return altered(database.read(read_applied), migrations);
}

}  // namespace clocher::db
