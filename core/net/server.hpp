// The front door: accepts connections, keeps the limits, and ends in good order.
#pragma once

#include "core/net/handler.hpp"
#include "core/net/limits.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::net {

struct ServerOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;         // 0: chosen by the system
  std::string local_socket_path;  // Unix socket; empty: none. Made with mode 0600, a stale one is removed
  unsigned io_threads = 1;
  unsigned worker_threads = 4;
  std::vector<std::string> trusted_proxies;  // addresses or networks whose X-Forwarded-For is believed
  Limits limits;
  std::function<void(std::string_view)> report;  // faults of ours, for the log; called from any thread
};

class Server {
 public:
  // `local` answers on the Unix socket, `tcp` too when it is null. The handlers must outlive the server and are called
  // from several threads. Throws std::invalid_argument when an option is wrong.
  Server(ServerOptions options, Handler& tcp, Handler* local = nullptr);
  // Stops without waiting for clients; waits for the handlers that still run.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  // Listens when it returns. Throws std::system_error when an address or the socket's path is taken.
  void start();

  // Of TCP, once started.
  [[nodiscard]] std::uint16_t port() const;

  // Accepts no more, closes idle connections, lets requests in flight end (their answers say Connection: close), then
  // returns; at the deadline it closes what is left.
  void stop(std::chrono::seconds drain);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::net
