// Group commit: the first writer that finds the connection free leads; it commits for all who wait at that moment.
#include "core/db/database.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace clocher::db {
namespace {

constexpr int io_error_code = 10;  // SQLITE_IOERR

struct PendingWrite {
  const std::function<bool(Tx&)>* body;
  std::exception_ptr failure;
  bool undone = false;
  bool done = false;
};

}  // namespace

struct Database::Impl {
  Impl(const std::string& path, OpenMode mode) : connection(path, mode) {}

  std::mutex connection_mutex;                 // held while the connection is used
  std::atomic<std::thread::id> user_thread{};  // who holds it
  Connection connection;
  std::atomic<bool> healthy{true};
  std::atomic<std::uint64_t> commits{0};

  std::mutex queue_mutex;
  std::condition_variable changed;
  std::vector<PendingWrite*> waiting;
  bool leading = false;

  void refuse_nesting() const {
    if (user_thread == std::this_thread::get_id())
      throw std::logic_error("database: a read or write inside another would wait for itself");
  }

  void lock_connection() {
    refuse_nesting();
    connection_mutex.lock();
    user_thread = std::this_thread::get_id();
  }

  void unlock_connection() {
    user_thread = std::thread::id();
    connection_mutex.unlock();
  }

  // One closure inside the shared transaction; its failure undoes only itself.
  void run_one(PendingWrite& write) {
    connection.run("SAVEPOINT one_write");
    try {
      Tx tx(connection);
      write.undone = !(*write.body)(tx);
    } catch (const DatabaseUnreadable&) {
      throw;  // nothing more goes into a file that fails
    } catch (...) {
      write.failure = std::current_exception();
      // Some errors (full disk, I/O) make SQLite roll the whole transaction back: the batch is lost then.
      if (!connection.in_transaction()) throw;
      write.undone = true;
    }
    if (write.undone) connection.run("ROLLBACK TO one_write");
    connection.run("RELEASE one_write");
  }

  void run_batch(const std::vector<PendingWrite*>& batch) {
    connection.run("BEGIN IMMEDIATE");
    for (PendingWrite* write : batch) run_one(*write);
    connection.run("COMMIT");
    ++commits;
  }

  void abandon(const std::vector<PendingWrite*>& batch, const std::exception_ptr& failure) {
    for (PendingWrite* write : batch) {
      if (!write->failure) write->failure = failure;
    }
    try {
      if (connection.in_transaction()) connection.run("ROLLBACK");
    } catch (...) {
      healthy = false;
    }
  }

  void lead(const std::vector<PendingWrite*>& batch) {
    lock_connection();
    try {
      if (!healthy) throw DatabaseUnreadable("database: failed before and must be opened again", io_error_code);
      run_batch(batch);
    } catch (const StorageFull&) {
      abandon(batch, std::current_exception());
    } catch (const DatabaseError&) {
      // After a failed sync the cache can no longer be trusted (reliability.md §3, fsync failure).
      healthy = false;
      abandon(batch, std::current_exception());
    } catch (...) {
      abandon(batch, std::current_exception());
    }
    unlock_connection();
  }
};

Database::Database(const std::string& path, OpenMode mode) : impl_(std::make_unique<Impl>(path, mode)) {}
Database::~Database() = default;

void Database::lock() { impl_->lock_connection(); }
void Database::unlock() { impl_->unlock_connection(); }
Connection& Database::connection() { return impl_->connection; }
bool Database::is_healthy() const { return impl_->healthy; }
std::uint64_t Database::commits() const { return impl_->commits; }

bool Database::checkpoint() {
  const Guard guard(*this);
  return impl_->connection.checkpoint();
}

void Database::commit(const std::function<bool(Tx&)>& body) {
  impl_->refuse_nesting();
  PendingWrite mine{&body, nullptr};
  std::unique_lock lock(impl_->queue_mutex);
  impl_->waiting.push_back(&mine);
  impl_->changed.wait(lock, [&] { return mine.done || !impl_->leading; });
  if (!mine.done) {
    impl_->leading = true;
    const std::vector<PendingWrite*> batch = std::exchange(impl_->waiting, {});
    lock.unlock();
    impl_->lead(batch);
    lock.lock();
    impl_->leading = false;
    for (PendingWrite* write : batch) write->done = true;
    impl_->changed.notify_all();
  }
  if (mine.failure) std::rethrow_exception(mine.failure);
}

}  // namespace clocher::db
