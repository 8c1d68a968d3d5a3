// Keeps the host map in memory; opens communes with their migrations checked.
#include "tenants/registry.hpp"

#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/registry_store.hpp"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace clocher::tenants {
namespace {

// Served communes only: what a request needs to know before any file is touched.
struct Served {
  std::string insee;
  bool is_suspended;
};

// SQLite would make an empty file, and hide that a disk is not mounted or a file is lost.
void require_database(const std::string& folder) {
  if (!std::filesystem::exists(folder + "/commune.db")) throw std::runtime_error("no file " + folder + "/commune.db");
}

}  // namespace

struct Registry::Impl {
  RegistryOptions options;
  std::vector<db::Migration> commune_migrations;
  const Clock& clock;
  db::Database database;

  std::function<void(const std::string& insee)> observer;

  std::mutex refreshing;  // a reading of the rows and its storing stay together: an older one never comes last
  std::shared_mutex hosts_mutex;
  std::unordered_map<std::string, Served> hosts;

  OpenCommunes open_communes;

  Impl(RegistryOptions given, std::vector<db::Migration> migrations, const Clock& the_clock)
      : options(std::move(given)),
        commune_migrations(std::move(migrations)),
        clock(the_clock),
        database(options.data_dir + "/registry.db", db::OpenMode::owner),
        open_communes(options.open_communes) {}

  void load_hosts() {
    database.read([&](db::ReadTx& tx) {
      for (auto& [host, insee, is_suspended] : registry_store::list_served_hosts(tx))
        hosts[host] = {insee, is_suspended};
    });
  }
};

Registry::Registry(RegistryOptions options, std::vector<db::Migration> registry_migrations,
                   std::vector<db::Migration> commune_migrations, const Clock& clock)
    : impl_(std::make_unique<Impl>(std::move(options), std::move(commune_migrations), clock)) {
  db::migrate(impl_->database, registry_migrations, clock.now());
  impl_->load_hosts();
}

Registry::~Registry() = default;

TenantHandle Registry::peek_by_host(std::string_view host) {
  std::string insee;
  {
    const std::shared_lock lock(impl_->hosts_mutex);
    const auto found = impl_->hosts.find(std::string(host));
    if (found == impl_->hosts.end() || found->second.is_suspended) return nullptr;
    insee = found->second.insee;
  }
  return impl_->open_communes.peek(insee);
}

Result<TenantHandle> Registry::open_by_host(std::string_view host) {
  Served served;
  {
    const std::shared_lock lock(impl_->hosts_mutex);
    const auto found = impl_->hosts.find(std::string(host));
    if (found == impl_->hosts.end()) return fail(ErrorKind::not_found, "commune.unknown_host");
    served = found->second;
  }
  if (served.is_suspended) return fail(ErrorKind::unavailable, "commune.suspended");
  return open(served.insee);
}

Result<TenantHandle> Registry::open(std::string_view insee) { return acquire(insee, Keep::recent); }
Result<TenantHandle> Registry::open_for_job(std::string_view insee) { return acquire(insee, Keep::no); }

Result<TenantHandle> Registry::acquire(std::string_view insee, Keep keep) {
  return impl_->open_communes.acquire(insee, keep,
                                      [&](std::int64_t generation) { return open_file(insee, generation); });
}

Result<std::unique_ptr<Tenant>> Registry::open_file(std::string_view insee, std::int64_t first_generation) {
  const auto record = show(insee);
  if (!record) return fail(record.error());
  if (record->state != CommuneState::ready) return fail(ErrorKind::not_found, "commune.not_ready");
  try {
    require_database(folder_of(insee));
    auto tenant = std::make_unique<Tenant>(identity_of(*record), folder_of(insee), first_generation);
    tenant->on_write(impl_->observer);
    if (db::pending_migrations(tenant->database(), impl_->commune_migrations) > 0) {
      return fail(ErrorKind::unavailable, "commune.pending_migrations");
    }
    return tenant;
  } catch (const std::runtime_error& error) {
    log::error("commune.open_failed", {{"commune", insee}, {"reason", std::string_view(error.what())}});
    return fail(ErrorKind::unavailable, "commune.unreadable");
  }
}

Result<void> Registry::with_closed(std::string_view insee, const std::function<void()>& body) {
  return impl_->open_communes.with_closed(insee, body);
}

std::vector<CommuneRecord> Registry::list() {
  auto communes = impl_->database.read(registry_store::list_communes);
  // As a dictionary does: Écorpain between Dollon and Lavaré.
  std::ranges::stable_sort(communes, {}, [](const CommuneRecord& commune) { return fold(commune.name); });
  return communes;
}

Result<CommuneRecord> Registry::show(std::string_view insee) {
  auto found = impl_->database.read([&](db::ReadTx& tx) { return registry_store::find_commune(tx, insee); });
  if (!found) return fail(ErrorKind::not_found, "commune.not_here", {{"insee", std::string(insee)}});
  return std::move(*found);
}

std::vector<std::string> Registry::ready_communes() {
  std::vector<std::string> codes;
  for (const CommuneRecord& commune : list()) {
    if (commune.state == CommuneState::ready && !commune.suspended_at) codes.push_back(commune.insee);
  }
  return codes;
}

// A destructor that throws would take every commune down with it: the map stays as it was until the next write.
Registry::Refresh::~Refresh() {
  try {
    registry_.refresh_hosts(insee_);
  } catch (const std::exception& error) {
    log::error("registry.hosts_not_read", {{"commune", insee_}, {"reason", std::string_view(error.what())}});
  }
}

void Registry::refresh_hosts(std::string_view insee) {
  const std::lock_guard refreshing(impl_->refreshing);
  std::optional<CommuneRecord> commune;
  std::vector<registry_store::Host> hosts;
  impl_->database.read([&](db::ReadTx& tx) {
    commune = registry_store::find_commune(tx, insee);
    hosts = registry_store::hosts_of(tx, insee);
  });
  const std::unique_lock lock(impl_->hosts_mutex);
  std::erase_if(impl_->hosts, [&](const auto& entry) { return entry.second.insee == insee; });
  if (!commune || commune->state != CommuneState::ready) return;
  for (auto& [host, owner] : hosts) impl_->hosts[host] = {owner, commune->suspended_at.has_value()};
}

void Registry::on_write(std::function<void(const std::string& insee)> observer) {
  impl_->observer = std::move(observer);
}

CommuneIdentity Registry::identity_of(const CommuneRecord& commune) const {
  const RegistryOptions& options = impl_->options;
  return {commune.insee, commune.name, commune.host, options.url_scheme + "://" + commune.host + options.url_port};
}

std::string Registry::folder_of(std::string_view insee) const {
  return impl_->options.data_dir + "/communes/" + std::string(insee.substr(0, 2)) + "/" + std::string(insee);
}

const std::vector<db::Migration>& Registry::commune_migrations() const { return impl_->commune_migrations; }
db::Database& Registry::database() { return impl_->database; }
const Clock& Registry::clock() const { return impl_->clock; }

std::size_t Registry::open_count() const { return open_communes().size(); }
std::vector<std::string> Registry::open_communes() const { return impl_->open_communes.list(); }

}  // namespace clocher::tenants
