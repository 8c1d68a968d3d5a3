// Numbered, append-only schema changes with checksums. A file that lacks one is refused; one that differs is an alarm.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::db {

struct Migration {
  int number = 0;         // 1, 2, 3 ... without gaps
  std::string_view name;  // "0001_create_commune"
  std::string_view sql;
};

// From a file name such as "0001_create_commune.sql". Throws std::logic_error when misnamed.
[[nodiscard]] Migration make_migration(std::string_view file_name, std::string_view sql);

// How many of these the file still lacks. Cheap (one PRAGMA): asked at every opening.
// Throws std::runtime_error when the file is newer than the program.
[[nodiscard]] int pending_migrations(Database& database, std::span<const Migration> migrations);

// Applies what is missing, all in one transaction: killed at any moment, the file is before or after.
// Throws std::runtime_error when an applied migration's checksum differs from ours.
void migrate(Database& database, std::span<const Migration> migrations, Instant now);

// Names of applied migrations whose text has changed since; empty when all is well (doctor).
[[nodiscard]] std::vector<std::string> altered_migrations(Database& database, std::span<const Migration> migrations);

}  // namespace clocher::db
