// The only file that includes sqlite3.h.
#include "core/db/sqlite.hpp"

#include <unordered_map>

#include <sqlite3.h>

namespace clocher::db {
namespace {

// A commune's file may not grow beyond this (Cloudflare D1's cap is 10 GB; files live outside the database).
constexpr std::int64_t largest_file_bytes = 2'000'000'000;
constexpr int page_bytes = 4096;
constexpr int busy_timeout_milliseconds = 3000;

[[noreturn]] void raise(sqlite3* database, int code, std::string_view where) {
  const std::string what =
      "sqlite: " + std::string(where) + ": " + (database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code));
  switch (code & 0xff) {
    case SQLITE_FULL: throw StorageFull(what, code);
    case SQLITE_CONSTRAINT: throw ConstraintViolation(what, code);
    case SQLITE_BUSY:
    case SQLITE_LOCKED: throw DatabaseBusy(what, code);
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_CANTOPEN:
    case SQLITE_NOTADB: throw DatabaseUnreadable(what, code);
    default: throw DatabaseError(what, code);
  }
}

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using StatementPointer = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

struct BindVisitor {
  sqlite3_stmt* statement;
  int index;

  int operator()(std::nullptr_t) const { return sqlite3_bind_null(statement, index); }
  int operator()(std::int64_t number) const { return sqlite3_bind_int64(statement, index, number); }
  int operator()(double number) const { return sqlite3_bind_double(statement, index, number); }
  // STATIC: the values outlive the statement's run (step_all resets and clears before it returns).
  int operator()(std::string_view text) const {
    const char* data = text.data() == nullptr ? "" : text.data();
    return sqlite3_bind_text64(statement, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  }
  int operator()(std::span<const std::byte> bytes) const {
    if (bytes.empty()) return sqlite3_bind_zeroblob(statement, index, 0);
    return sqlite3_bind_blob64(statement, index, bytes.data(), bytes.size(), SQLITE_STATIC);
  }
};

// Leaves the statement ready for its next use, whatever happened.
class ResetOnExit {
 public:
  explicit ResetOnExit(sqlite3_stmt* statement) : statement_(statement) {}
  ~ResetOnExit() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  ResetOnExit(const ResetOnExit&) = delete;
  ResetOnExit& operator=(const ResetOnExit&) = delete;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

struct StatementHandle {
  sqlite3_stmt* raw;
};

std::int64_t Row::integer(int column) const { return sqlite3_column_int64(statement_->raw, column); }
double Row::real(int column) const { return sqlite3_column_double(statement_->raw, column); }
bool Row::is_null(int column) const { return sqlite3_column_type(statement_->raw, column) == SQLITE_NULL; }

std::string Row::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_->raw, column));
  return data == nullptr ? std::string()
                         : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_->raw, column)));
}

std::string Row::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_->raw, column));
  return data == nullptr ? std::string()
                         : std::string(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_->raw, column)));
}

std::optional<Instant> Row::maybe_instant(int column) const {
  return is_null(column) ? std::nullopt : std::optional(instant(column));
}
std::optional<std::string> Row::maybe_text(int column) const {
  return is_null(column) ? std::nullopt : std::optional(text(column));
}
std::optional<std::int64_t> Row::maybe_integer(int column) const {
  return is_null(column) ? std::nullopt : std::optional(integer(column));
}

struct Connection::Impl {
  sqlite3* database = nullptr;
  // Keyed by the literal's address: a literal is one statement for the life of the connection.
  std::unordered_map<const char*, StatementPointer> statements;

  ~Impl() {
    statements.clear();
    sqlite3_close(database);
  }

  void check(int code, std::string_view where) const {
    if (code != SQLITE_OK) raise(database, code, where);
  }

  void execute(const char* sql) const { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), sql); }

  sqlite3_stmt* prepare(std::string_view sql) {
    auto& cached = statements[sql.data()];
    if (!cached) {
      sqlite3_stmt* raw = nullptr;
      check(sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                               nullptr),
            sql);
      cached.reset(raw);
    }
    return cached.get();
  }

  void open(const std::string& path, OpenMode mode) {
    const bool reference = mode == OpenMode::reference;
    const std::string uri = reference ? "file:" + path + "?immutable=1" : path;
    const int flags = reference ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code =
        sqlite3_open_v2(uri.c_str(), &database, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) raise(database, code, "open");
    harden();
    if (!reference) configure_owner(mode);
  }

  // sqlite.org/security.html: a hostile file or statement finds no door.
  void harden() const {
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    execute("PRAGMA cell_size_check=ON");
  }

  // EXCLUSIVE before the first access: no -shm file (a full disk still opens and reads), and a second
  // connection is refused by SQLite itself (reliability.md findings 2 and 5).
  void configure_owner(OpenMode mode) const {
    sqlite3_busy_timeout(database, busy_timeout_milliseconds);
    execute("PRAGMA locking_mode=EXCLUSIVE");
    if (mode == OpenMode::scratch) {
      execute("PRAGMA journal_mode=MEMORY");
      execute("PRAGMA synchronous=OFF");
    } else {
      execute("PRAGMA journal_mode=WAL");
      execute("PRAGMA synchronous=FULL");
    }
    execute("PRAGMA foreign_keys=ON");
    // Without it INSERT OR REPLACE deletes past the triggers that keep the journal (sqlite.org/lang_conflict.html).
    execute("PRAGMA recursive_triggers=ON");
    const std::string cap = "PRAGMA max_page_count=" + std::to_string(largest_file_bytes / page_bytes);
    execute(cap.c_str());
    // Takes the lock now, so that a file owned elsewhere fails here and not at the first request.
    execute("BEGIN IMMEDIATE; COMMIT");
  }
};

Connection::Connection(const std::string& path, OpenMode mode) : impl_(std::make_unique<Impl>()) {
  impl_->open(path, mode);
}
Connection::~Connection() = default;

void Connection::step_all(Sql sql, std::vector<Value> values, OnRowCall on_row, void* context) {
  sqlite3_stmt* statement = impl_->prepare(sql.text());
  const ResetOnExit reset(statement);
  if (static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) != values.size()) {
    throw DatabaseError("sqlite: wrong number of parameters: " + std::string(sql.text()), SQLITE_MISUSE);
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    impl_->check(std::visit(BindVisitor{statement, static_cast<int>(i) + 1}, values[i]), sql.text());
  }
  StatementHandle handle{statement};
  const Row row(handle);
  for (;;) {
    const int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return;
    if (code != SQLITE_ROW) raise(impl_->database, code, sql.text());
    if (on_row != nullptr) on_row(context, row);
  }
}

void Connection::run_script(std::string_view script) { impl_->execute(std::string(script).c_str()); }
std::int64_t Connection::last_insert_id() const { return sqlite3_last_insert_rowid(impl_->database); }
std::int64_t Connection::changed_rows() const { return sqlite3_changes64(impl_->database); }
bool Connection::in_transaction() const { return sqlite3_get_autocommit(impl_->database) == 0; }

bool Connection::checkpoint() {
  return sqlite3_wal_checkpoint_v2(impl_->database, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr) == SQLITE_OK;
}

std::string_view library_version() { return sqlite3_libversion(); }

}  // namespace clocher::db
