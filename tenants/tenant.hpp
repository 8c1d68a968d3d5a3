// One living commune: its data and its files. Nothing about a commune is reachable without one of these.
#pragma once

#include "core/db/database.hpp"
#include "tenants/file_store.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>

namespace clocher::tenants {

struct CommuneIdentity {
  std::string insee;     // or the SIREN of an intercommunality's space, see is_epci_space
  std::string name;
  std::string host;      // canonical, without port
  std::string site_url;  // "https://saint-maixent.example" without trailing slash: the only base of links in e-mails
};

class Tenant {
 public:
  // Opens `<folder>/commune.db`; throws db::DatabaseError. Registry is the only caller outside provisioning and tests.
  // `first_generation` differs at each opening, so that what was cached before a closing is never taken for fresh.
  Tenant(CommuneIdentity identity, const std::string& folder, std::int64_t first_generation = 0,
         db::OpenMode mode = db::OpenMode::owner)
      : identity_(std::move(identity)),
        database_(folder + "/commune.db", mode),
        files_(folder + "/files"),
        generation_(first_generation) {}

  [[nodiscard]] const CommuneIdentity& identity() const { return identity_; }
  [[nodiscard]] const std::string& insee() const { return identity_.insee; }
  [[nodiscard]] const FileStore& files() const { return files_; }
  [[nodiscard]] db::Database& database() { return database_; }

  template <class Body>
  auto read(Body&& body) {
    return database_.read(std::forward<Body>(body));
  }

  // Durable when it returns. Public pages made before it are stale from then on.
  template <class Body>
  auto write(Body&& body) {
    const Staleness staleness(generation_);
    return write_private(std::forward<Body>(body));
  }

  // The same for what no public page shows: drafts, dossiers, sessions, mail. Cached pages stay as fresh as they were.
  template <class Body>
  auto write_private(Body&& body) {
    const Notice notice(*this);
    return database_.write(std::forward<Body>(body));
  }

  // Grows with each write(): the key of everything cached for this commune.
  [[nodiscard]] std::int64_t generation() const { return generation_.load(); }

  // Called after each write, whatever became of it, on the writer's thread. Must be quick. Set before the tenant is shared.
  void on_write(std::function<void(const std::string& insee)> observer) { observer_ = std::move(observer); }

 private:
  // Steps before and after: a page rendered while the write runs is stored under a number that is never asked again.
  class Staleness {
   public:
    explicit Staleness(std::atomic<std::int64_t>& generation) : generation_(generation) { ++generation_; }
    ~Staleness() { ++generation_; }
    Staleness(const Staleness&) = delete;
    Staleness& operator=(const Staleness&) = delete;

   private:
    std::atomic<std::int64_t>& generation_;
  };

  class Notice {
   public:
    explicit Notice(Tenant& tenant) : tenant_(tenant) {}
    ~Notice() {
      if (tenant_.observer_) tenant_.observer_(tenant_.insee());
    }
    Notice(const Notice&) = delete;
    Notice& operator=(const Notice&) = delete;

   private:
    Tenant& tenant_;
  };

  CommuneIdentity identity_;
  db::Database database_;
  FileStore files_;
  std::atomic<std::int64_t> generation_;
  std::function<void(const std::string& insee)> observer_;
};

}  // namespace clocher::tenants
