// Keeps the host map in memory and at most so many communes open, least recently used first to close.
#include "tenants/registry.hpp"

#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/registry_store.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <list>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>

namespace clocher::tenants {
namespace {

constexpr auto longest_wait = std::chrono::seconds(5);

// One commune's place: at most one open file, whoever still holds it.
struct Slot {
  std::mutex mutex;
  std::condition_variable changed;
  std::weak_ptr<Tenant> tenant;
  bool file_is_open = false;
  bool is_held_closed = false;
};

// Lets others open the commune again, whatever happened.
class ReopenOnExit {
 public:
  ReopenOnExit(Slot& slot, std::unique_lock<std::mutex>& lock) : slot_(slot), lock_(lock) {}
  ~ReopenOnExit() {
    if (!lock_.owns_lock()) lock_.lock();
    slot_.is_held_closed = false;
    slot_.changed.notify_all();
  }
  ReopenOnExit(const ReopenOnExit&) = delete;
  ReopenOnExit& operator=(const ReopenOnExit&) = delete;

 private:
  Slot& slot_;
  std::unique_lock<std::mutex>& lock_;
};

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

  std::atomic<std::int64_t> openings{0};
  std::function<void(const std::string& insee)> observer;

  std::mutex refreshing;  // a reading of the rows and its storing stay together: an older one never comes last
  std::shared_mutex hosts_mutex;
  std::unordered_map<std::string, Served> hosts;

  std::mutex mutex;
  std::unordered_map<std::string, std::shared_ptr<Slot>> slots;
  std::list<TenantHandle> recent;  // most recent first
  std::unordered_map<const Tenant*, std::list<TenantHandle>::iterator> places;

  Impl(RegistryOptions given, std::vector<db::Migration> migrations, const Clock& the_clock)
      : options(std::move(given)),
        commune_migrations(std::move(migrations)),
        clock(the_clock),
        database(options.data_dir + "/registry.db", db::OpenMode::owner) {}

  void load_hosts() {
    database.read([&](db::ReadTx& tx) {
      for (auto& [host, insee, is_suspended] : registry_store::list_served_hosts(tx))
        hosts[host] = {insee, is_suspended};
    });
  }

  std::shared_ptr<Slot> slot_of(std::string_view insee) {
    const std::lock_guard lock(mutex);
    auto& slot = slots[std::string(insee)];
    if (!slot) slot = std::make_shared<Slot>();
    return slot;
  }

  // Marks as most recent. Returns the oldest beyond the limit, for the caller to let go of once it holds no lock:
  // closing a file takes time, and the place that its closing locks may be the caller's neighbour's.
  [[nodiscard]] TenantHandle touch(const TenantHandle& tenant) {
    const std::lock_guard lock(mutex);
    if (const auto place = places.find(tenant.get()); place != places.end()) {
      recent.splice(recent.begin(), recent, place->second);
      return nullptr;
    }
    recent.push_front(tenant);
    places[tenant.get()] = recent.begin();
    if (recent.size() <= options.open_communes) return nullptr;
    TenantHandle oldest = std::move(recent.back());
    places.erase(oldest.get());
    recent.pop_back();
    return oldest;
  }

  void forget(const TenantHandle& tenant) {
    TenantHandle dropped;
    const std::lock_guard lock(mutex);
    const auto place = places.find(tenant.get());
    if (place == places.end()) return;
    dropped = std::move(*place->second);
    recent.erase(place->second);
    places.erase(place);
  }

  TenantHandle open_file(const std::shared_ptr<Slot>& slot, CommuneIdentity identity, const std::string& folder) {
    require_database(folder);
    auto tenant = std::make_unique<Tenant>(std::move(identity), folder, ++openings << 32);
    tenant->on_write(observer);
    slot->file_is_open = true;
    return {tenant.release(), [slot](Tenant* closing) {
              delete closing;
              {
                const std::lock_guard lock(slot->mutex);
                slot->file_is_open = false;
                // The deleter lives as long as a weak pointer does, and holds the slot that holds the weak pointer.
                slot->tenant.reset();
              }
              slot->changed.notify_all();
            }};
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
  const auto slot = impl_->slot_of(insee);
  const std::unique_lock lock(slot->mutex, std::try_to_lock);
  return lock.owns_lock() && !slot->is_held_closed ? slot->tenant.lock() : nullptr;
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
  const auto slot = impl_->slot_of(insee);
  TenantHandle
      tenant;  // before the lock: what is refused below is closed after the lock is gone (its deleter takes it)
  TenantHandle oldest;
  std::unique_lock lock(slot->mutex);
  const bool is_free = slot->changed.wait_for(lock, longest_wait, [&] {
    tenant = slot->is_held_closed ? nullptr : slot->tenant.lock();
    return tenant || (!slot->is_held_closed && !slot->file_is_open);
  });
  if (!is_free) return fail(ErrorKind::unavailable, "commune.busy");
  if (!tenant) {
    const auto record = show(insee);
    if (!record) return fail(record.error());
    if (record->state != CommuneState::ready) return fail(ErrorKind::not_found, "commune.not_ready");
    try {
      tenant = impl_->open_file(slot, identity_of(*record), folder_of(insee));
      if (db::pending_migrations(tenant->database(), impl_->commune_migrations) > 0) {
        return fail(ErrorKind::unavailable, "commune.pending_migrations");
      }
    } catch (const std::runtime_error& error) {
      log::error("commune.open_failed", {{"commune", insee}, {"reason", std::string_view(error.what())}});
      return fail(ErrorKind::unavailable, "commune.unreadable");
    }
    slot->tenant = tenant;
  }
  if (!tenant->database().is_healthy()) {
    lock.unlock();
    impl_->forget(tenant);
    return fail(ErrorKind::unavailable, "commune.unreadable");
  }
  // Under the lock: after it, with_closed may have made the list forget this commune and would wait for it in vain.
  if (keep == Keep::recent) oldest = impl_->touch(tenant);
  return tenant;
}

Result<void> Registry::with_closed(std::string_view insee, const std::function<void()>& body) {
  const auto slot = impl_->slot_of(insee);
  std::unique_lock lock(slot->mutex);
  const bool is_mine = slot->changed.wait_for(lock, longest_wait, [&] { return !slot->is_held_closed; });
  if (!is_mine) return fail(ErrorKind::conflict, "commune.busy");
  slot->is_held_closed = true;
  const ReopenOnExit reopen(*slot, lock);
  if (TenantHandle tenant = slot->tenant.lock()) {
    lock.unlock();
    impl_->forget(tenant);
    tenant.reset();
    lock.lock();
  }
  const bool is_closed = slot->changed.wait_for(lock, longest_wait, [&] { return !slot->file_is_open; });
  if (!is_closed) return fail(ErrorKind::conflict, "commune.busy");
  // Not under the lock: who asks meanwhile waits a few seconds at most, however long this takes.
  lock.unlock();
  body();
  return {};
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

std::size_t Registry::open_count() const {
  const std::lock_guard lock(impl_->mutex);
  return impl_->recent.size();
}

std::vector<std::string> Registry::open_communes() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> codes;
  for (const TenantHandle& tenant : impl_->recent) codes.push_back(tenant->insee());
  return codes;
}

}  // namespace clocher::tenants
