// One SQLite file owned by this process: read and write closures, writes that wait are committed together.
#pragma once

#include "core/base/result.hpp"
#include "core/db/sqlite.hpp"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace clocher::db {

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<Result<T>> = true;

// What a read closure may do.
class ReadTx {
 public:
  explicit ReadTx(Connection& connection) : connection_(&connection) {}

  template <class OnRow, class... Arguments>
  void each(Sql sql, OnRow&& on_row, const Arguments&... arguments) {
    connection_->each(sql, std::forward<OnRow>(on_row), arguments...);
  }

  // All rows, each made by map(const Row&).
  template <class Map, class... Arguments>
  [[nodiscard]] auto all(Sql sql, Map&& map, const Arguments&... arguments) {
    std::vector<std::invoke_result_t<Map&, const Row&>> rows;
    connection_->each(
        sql, [&](const Row& row) { rows.push_back(map(row)); }, arguments...);
    return rows;
  }

  // The first row, or nothing.
  template <class Map, class... Arguments>
  [[nodiscard]] auto one(Sql sql, Map&& map, const Arguments&... arguments) {
    std::optional<std::invoke_result_t<Map&, const Row&>> found;
    connection_->each(
        sql,
        [&](const Row& row) {
          if (!found) found.emplace(map(row));
        },
        arguments...);
    return found;
  }

  // A single number such as COUNT(*); 0 when there is no row.
  template <class... Arguments>
  [[nodiscard]] std::int64_t number(Sql sql, const Arguments&... arguments) {
    return one(
               sql, [](const Row& row) { return row.integer(0); }, arguments...)
        .value_or(0);
  }

 protected:
  Connection* connection_;
};

// What a write closure may do.
class Tx : public ReadTx {
 public:
  using ReadTx::ReadTx;

  template <class... Arguments>
  void run(Sql sql, const Arguments&... arguments) {
    connection_->run(sql, arguments...);
  }
  // The new row's id.
  template <class... Arguments>
  std::int64_t insert(Sql sql, const Arguments&... arguments) {
    connection_->run(sql, arguments...);
    return connection_->last_insert_id();
  }
  // How many rows the statement changed.
  template <class... Arguments>
  std::int64_t change(Sql sql, const Arguments&... arguments) {
    connection_->run(sql, arguments...);
    return connection_->changed_rows();
  }
  void run_script(std::string_view script) { connection_->run_script(script); }
};

class Database {
 public:
  // Opens or creates. Throws DatabaseError; DatabaseBusy when another process owns the file.
  Database(const std::string& path, OpenMode mode);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // body(ReadTx&) -> anything. Sees one consistent state. A read or write inside it throws std::logic_error.
  template <class Body>
  std::invoke_result_t<Body&, ReadTx&> read(Body&& body) {
    const Guard guard(*this);
    ReadTx tx(connection());
    return body(tx);
  }

  // body(Tx&) -> Result<T> or T or void. Returns only after the commit is durable. An error Result or an exception
  // undoes this closure alone; the others that were committed with it stand. The closure may run on another thread.
  template <class Body>
  std::invoke_result_t<Body&, Tx&> write(Body&& body) {
    using Answer = std::invoke_result_t<Body&, Tx&>;
    if constexpr (std::is_void_v<Answer>) {
      commit([&](Tx& tx) {
        body(tx);
        return true;
      });
    } else {
      std::optional<Answer> answer;
      commit([&](Tx& tx) {
        answer.emplace(body(tx));
        if constexpr (is_result<Answer>) return answer->has_value();
        return true;
      });
      return std::move(*answer);
    }
  }

  // False after an I/O error: the file must be closed and opened again before it can be trusted (fsync semantics). Until then
  // every write throws DatabaseUnreadable.
  [[nodiscard]] bool is_healthy() const;
  // Empties the WAL; false when the disk is full.
  [[nodiscard]] bool checkpoint();
  // How many commits have been made durable since opening (group commit: fewer than writes).
  [[nodiscard]] std::uint64_t commits() const;

 private:
  class Guard {
   public:
    explicit Guard(Database& database) : database_(database) { database_.lock(); }
    ~Guard() { database_.unlock(); }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    Database& database_;
  };

  void lock();
  void unlock();
  Connection& connection();
  // Runs body in a transaction shared with the writes that wait. body returns false to be undone.
  void commit(const std::function<bool(Tx&)>& body);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::db
