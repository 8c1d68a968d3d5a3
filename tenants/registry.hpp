// The communes of the platform: from a host name to an open Tenant, keeping at most so many files open.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "core/db/migrations.hpp"
#include "tenants/commune_record.hpp"
#include "tenants/open_communes.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct RegistryOptions {
  std::string data_dir;  // holds registry.db and communes/
  std::size_t open_communes = 200;
  std::string url_scheme = "http";
  std::string url_port;  // ":8080", or "" when the port is the scheme's own
};

class Registry {
 public:
  // Opens registry.db and brings it up to date. Throws db::DatabaseBusy when another process serves this folder.
  Registry(RegistryOptions options, std::vector<db::Migration> registry_migrations,
           std::vector<db::Migration> commune_migrations, const Clock& clock);
  ~Registry();
  Registry(const Registry&) = delete;
  Registry& operator=(const Registry&) = delete;

  // The commune served at this host (lower case, no port). not_found when unknown or not ready;
  // unavailable when suspended, or when its file lacks migrations or cannot be opened.
  [[nodiscard]] Result<TenantHandle> open_by_host(std::string_view host);
  // The commune of this host if its file is open already; never waits. nullptr says nothing about whether it exists.
  [[nodiscard]] TenantHandle peek_by_host(std::string_view host);
  // The same by INSEE code, suspended or not: for operators and jobs.
  [[nodiscard]] Result<TenantHandle> open(std::string_view insee);
  // The same without counting as use: a round of all communes must not close those that residents read.
  [[nodiscard]] Result<TenantHandle> open_for_job(std::string_view insee);

  // Runs `body` with the commune's file closed and every other opening of it waiting: deletion, migration, restore.
  // conflict when a request holds it for longer than a few seconds.
  [[nodiscard]] Result<void> with_closed(std::string_view insee, const std::function<void()>& body);

  [[nodiscard]] std::vector<CommuneRecord> list();
  [[nodiscard]] Result<CommuneRecord> show(std::string_view insee);  // not_found commune.not_here
  [[nodiscard]] std::vector<std::string> ready_communes();           // INSEE codes, suspended ones left out

  // For provisioning: writes the rows of one commune; the host map follows.
  template <class Body>
  auto write(std::string_view insee, Body&& body) {
    const Refresh refresh(*this, insee);
    return database().write(std::forward<Body>(body));
  }

  // Hears of each write to a commune (Tenant::on_write). Set once, before the first request.
  void on_write(std::function<void(const std::string& insee)> observer);

  [[nodiscard]] CommuneIdentity identity_of(const CommuneRecord& commune) const;
  [[nodiscard]] std::string folder_of(std::string_view insee) const;  // <data>/communes/72/72213
  [[nodiscard]] const std::vector<db::Migration>& commune_migrations() const;
  [[nodiscard]] std::size_t open_count() const;
  [[nodiscard]] std::vector<std::string> open_communes() const;  // INSEE codes, most recently used first
  [[nodiscard]] db::Database& database();
  [[nodiscard]] const Clock& clock() const;

 private:
  [[nodiscard]] Result<TenantHandle> acquire(std::string_view insee, Keep keep);
  [[nodiscard]] Result<std::unique_ptr<Tenant>> open_file(std::string_view insee, std::int64_t first_generation);

  class Refresh {
   public:
    Refresh(Registry& registry, std::string_view insee) : registry_(registry), insee_(insee) {}
    ~Refresh();
    Refresh(const Refresh&) = delete;
    Refresh& operator=(const Refresh&) = delete;

   private:
    Registry& registry_;
    std::string_view insee_;
  };

  void refresh_hosts(std::string_view insee);

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::tenants
