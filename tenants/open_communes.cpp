// Slots and the list of the most recent.
#include "tenants/open_communes.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
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

// Gives the place back when the last holder lets go.
TenantHandle share(const std::shared_ptr<Slot>& slot, std::unique_ptr<Tenant> tenant) {
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

}  // namespace

struct OpenCommunes::Impl {
  const std::size_t limit;
  std::atomic<std::int64_t> openings{0};

  std::mutex mutex;
  std::unordered_map<std::string, std::shared_ptr<Slot>> slots;
  std::list<TenantHandle> recent;  // most recent first
  std::unordered_map<const Tenant*, std::list<TenantHandle>::iterator> places;

  explicit Impl(std::size_t most) : limit(most) {}

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
    if (recent.size() <= limit) return nullptr;
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
};

OpenCommunes::OpenCommunes(std::size_t limit) : impl_(std::make_unique<Impl>(limit)) {}
OpenCommunes::~OpenCommunes() = default;

TenantHandle OpenCommunes::peek(std::string_view insee) {
  const auto slot = impl_->slot_of(insee);
  const std::unique_lock lock(slot->mutex, std::try_to_lock);
  return lock.owns_lock() && !slot->is_held_closed ? slot->tenant.lock() : nullptr;
}

Result<TenantHandle> OpenCommunes::acquire(std::string_view insee, Keep keep, const Open& open) {
  const auto slot = impl_->slot_of(insee);
  // Before the lock: what is let go of below is closed after the lock is gone, for its deleter takes it.
  TenantHandle tenant;
  TenantHandle oldest;
  std::unique_lock lock(slot->mutex);
  const bool is_free = slot->changed.wait_for(lock, longest_wait, [&] {
    tenant = slot->is_held_closed ? nullptr : slot->tenant.lock();
    return tenant || (!slot->is_held_closed && !slot->file_is_open);
  });
  if (!is_free) return fail(ErrorKind::unavailable, "commune.busy");
  if (!tenant) {
    auto opened = open(++impl_->openings << 32);
    if (!opened) return fail(opened.error());
    tenant = share(slot, std::move(*opened));
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

Result<void> OpenCommunes::with_closed(std::string_view insee, const std::function<void()>& body) {
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

std::vector<std::string> OpenCommunes::list() const {
  const std::lock_guard lock(impl_->mutex);
  std::vector<std::string> codes;
  for (const TenantHandle& tenant : impl_->recent) codes.push_back(tenant->insee());
  return codes;
}

}  // namespace clocher::tenants
