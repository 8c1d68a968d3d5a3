// Who is connected: the caps for each address and in total, and the list of those to close at the end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace clocher::net {

class Connection;

class ConnectionTable {
 public:
  ConnectionTable(std::size_t connections, std::size_t connections_per_address);

  // False when this address has its share or when nobody idle can make room: the caller closes. `address` is a
  // counted_network, empty for peers without a cap of their own (trusted proxies, Unix sockets).
  [[nodiscard]] bool admit(const std::shared_ptr<Connection>& connection, const std::string& address);
  void remove(const Connection* connection);

  void close_idle();
  void close_all();

  // True when nobody is left, false when the time is over.
  [[nodiscard]] bool wait_until_empty(std::chrono::steady_clock::time_point deadline);

 private:
  struct Entry {
    // Weak: the coroutine of the connection owns it.
    std::weak_ptr<Connection> connection;
    std::string address;
  };

  [[nodiscard]] bool make_room();

  const std::size_t connections_;
  const std::size_t connections_per_address_;
  std::mutex mutex_;
  std::condition_variable emptied_;
  std::unordered_map<const Connection*, Entry> entries_;
  std::unordered_map<std::string, std::size_t> by_address_;
};

}  // namespace clocher::net
