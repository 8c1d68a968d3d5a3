// One mutex, taken when a connection comes and when it goes, never for a request.
#include "core/net/connection_table.hpp"

#include "core/net/connection.hpp"

namespace clocher::net {

ConnectionTable::ConnectionTable(std::size_t connections, std::size_t connections_per_address)
    : connections_(connections), connections_per_address_(connections_per_address) {}

bool ConnectionTable::admit(const std::shared_ptr<Connection>& connection, const std::string& address) {
  const std::lock_guard lock(mutex_);
  if (!address.empty()) {
    const auto known = by_address_.find(address);
    if (known != by_address_.end() && known->second >= connections_per_address_) return false;
  }
  if (entries_.size() >= connections_ && !make_room()) return false;
  if (!address.empty()) ++by_address_[address];
  entries_.emplace(connection.get(), Entry{connection, address});
  return true;
}

// The victim leaves the table when its coroutine ends, so that for a moment there is one too many.
bool ConnectionTable::make_room() {
  std::shared_ptr<Connection> oldest;  // shared: it may end at this very moment
  auto since = std::chrono::steady_clock::time_point::max();
  for (const auto& [key, entry] : entries_) {
    auto connection = entry.connection.lock();
    if (!connection) continue;
    const auto idle_since = connection->idle_since();
    if (!idle_since || *idle_since >= since) continue;
    since = *idle_since;
    oldest = std::move(connection);
  }
  if (!oldest) return false;
  oldest->evict();
  return true;
}

void ConnectionTable::remove(const Connection* connection) {
  const std::lock_guard lock(mutex_);
  const auto entry = entries_.find(connection);
  if (entry == entries_.end()) return;
  const auto counted = by_address_.find(entry->second.address);
  if (counted != by_address_.end() && --counted->second == 0) by_address_.erase(counted);
  entries_.erase(entry);
  if (entries_.empty()) emptied_.notify_all();
}

void ConnectionTable::close_idle() {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, entry] : entries_) {
    if (const auto connection = entry.connection.lock()) connection->close_if_idle();
  }
}

void ConnectionTable::close_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, entry] : entries_) {
    if (const auto connection = entry.connection.lock()) connection->close();
  }
}

bool ConnectionTable::wait_until_empty(std::chrono::steady_clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  return emptied_.wait_until(lock, deadline, [&] { return entries_.empty(); });
}

}  // namespace clocher::net
