// A thin, safe face of SQLite: literal SQL only, typed values, errors as exceptions. Hides sqlite3.h (owned by sqlite.cpp).
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace clocher::db {

// SQL text that stood in the source: a string built at run time does not compile.
class Sql {
 public:
  template <std::size_t N>
  consteval Sql(const char (&text)[N])
      : text_(text, N - 1) {}  // NOLINT(google-explicit-constructor): reads as SQL at the call
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

// The world is broken (I/O, corrupt file, wrong SQL). `code` is SQLite's extended result code.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(const std::string& what, int code) : std::runtime_error(what), code_(code) {}
  [[nodiscard]] int code() const { return code_; }

 private:
  int code_;
};

// The disk or the commune's quota is full: nothing was written, the same write may succeed later (HTTP 507).
class StorageFull : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// A UNIQUE, CHECK, NOT NULL or foreign key rule refused the write. Verbs catch it only where it is an expected answer.
class ConstraintViolation : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// Another connection holds the file: a second process, or a closing one.
class DatabaseBusy : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

// The file cannot be read or written: a broken disk, damaged bytes. Only this file is concerned (HTTP 503).
class DatabaseUnreadable : public DatabaseError {
 public:
  using DatabaseError::DatabaseError;
};

struct Blob {
  std::string bytes;
};

using Value = std::variant<std::nullptr_t, std::int64_t, double, std::string_view, std::span<const std::byte>>;

[[nodiscard]] inline Value to_value(std::nullptr_t) { return nullptr; }
template <std::integral T>
[[nodiscard]] Value to_value(T number) {
  return static_cast<std::int64_t>(number);
}
[[nodiscard]] inline Value to_value(double number) { return number; }
[[nodiscard]] inline Value to_value(std::string_view text) { return text; }
[[nodiscard]] inline Value to_value(const std::string& text) { return std::string_view(text); }
[[nodiscard]] inline Value to_value(const char* text) { return std::string_view(text); }
[[nodiscard]] inline Value to_value(const Blob& blob) { return std::as_bytes(std::span(blob.bytes)); }
[[nodiscard]] inline Value to_value(Instant instant) { return instant.seconds; }
[[nodiscard]] inline Value to_value(Money money) { return money.cents; }
template <class Tag>
[[nodiscard]] Value to_value(Id<Tag> id) {
  return id.value;
}
template <class T>
[[nodiscard]] Value to_value(const std::optional<T>& maybe) {
  return maybe ? to_value(*maybe) : Value(nullptr);
}

struct StatementHandle;

// One row of a running statement; columns are numbered from 0. Valid only inside the row callback.
class Row {
 public:
  explicit Row(StatementHandle& statement) : statement_(&statement) {}
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] double real(int column) const;
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string blob(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
  [[nodiscard]] Instant instant(int column) const { return {integer(column)}; }
  [[nodiscard]] std::optional<Instant> maybe_instant(int column) const;
  [[nodiscard]] std::optional<std::string> maybe_text(int column) const;
  [[nodiscard]] std::optional<std::int64_t> maybe_integer(int column) const;
  template <class Tag>
  [[nodiscard]] Id<Tag> id(int column) const {
    return {integer(column)};
  }

 private:
  StatementHandle* statement_;
};

enum class OpenMode {
  owner,      // read and write, WAL, synchronous=FULL, EXCLUSIVE: the one connection of a live file
  scratch,    // the same rules without any promise after a power cut: what is thrown away soon
  reference,  // an unchanging file beside the binary: read only, no locks
};

// One SQLite connection with its prepared statements. Not thread-safe: Database guards it.
class Connection {
 public:
  // Throws DatabaseError, DatabaseBusy when another process owns the file.
  Connection(const std::string& path, OpenMode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  template <class... Arguments>
  void run(Sql sql, const Arguments&... arguments) {
    step_all(sql, {to_value(arguments)...}, nullptr, nullptr);
  }

  // Calls on_row(const Row&) for each row, in order.
  template <class OnRow, class... Arguments>
  void each(Sql sql, OnRow&& on_row, const Arguments&... arguments) {
    auto call = [](void* context, const Row& row) { (*static_cast<std::remove_reference_t<OnRow>*>(context))(row); };
    step_all(sql, {to_value(arguments)...}, call, &on_row);
  }

  // Runs a script that came from an embedded migration file. Statements are separated by ';'.
  void run_script(std::string_view script);

  [[nodiscard]] std::int64_t last_insert_id() const;
  [[nodiscard]] std::int64_t changed_rows() const;  // by the last statement
  [[nodiscard]] bool in_transaction() const;
  // Empties the WAL into the file; false when SQLite could not (disk full).
  [[nodiscard]] bool checkpoint();

 private:
  using OnRowCall = void (*)(void* context, const Row& row);
  void step_all(Sql sql, std::vector<Value> values, OnRowCall on_row, void* context);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// "3.53.0": the library that was linked.
[[nodiscard]] std::string_view library_version();

}  // namespace clocher::db
