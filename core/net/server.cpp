// Threads, listening sockets and the accept loop.
#include "core/net/server.hpp"

#include "core/net/asio.hpp"
#include "core/net/body_budget.hpp"
#include "core/net/client_address.hpp"
#include "core/net/connection.hpp"
#include "core/net/connection_table.hpp"
#include "core/net/listen.hpp"
#include "core/net/workers.hpp"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <future>
#include <stdexcept>
#include <thread>
#include <utility>

namespace clocher::net {
namespace {

constexpr std::chrono::milliseconds accept_pause{50};  // after EMFILE and the like: descriptors may come back

ServerOptions checked(ServerOptions options) {
  if (options.io_threads == 0 || options.worker_threads == 0) throw std::invalid_argument("server needs threads");
  if (!options.report) options.report = [](std::string_view) {};
  return options;
}

std::string what_went_wrong(const std::exception_ptr& exception) {
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception& error) {
    return error.what();
  } catch (...) {
    return "unknown exception";
  }
}

}  // namespace

// The order of the members is the order of destruction backwards: workers first (they resume connections), then the
// contexts (they own the coroutines), then what those refer to.
struct Server::Impl {
  Impl(ServerOptions given, Handler& tcp_handler, Handler* local_handler);
  ~Impl() { stop(std::chrono::seconds(0)); }

  void start();
  void stop(std::chrono::seconds drain);
  void stop_accepting();
  [[nodiscard]] Task<void> accept_all(Acceptor& acceptor, Handler& handler);
  [[nodiscard]] bool welcome(Socket socket, Handler& handler, IoThread& thread);
  void report_end(std::string_view of, const std::exception_ptr& exception) const;
  [[nodiscard]] IoThread& next_thread() { return *io_threads[turn++ % io_threads.size()]; }

  const ServerOptions options;
  Handler& tcp;
  Handler& local;
  const TrustedProxies proxies;
  ConnectionTable table;
  BodyBudget bodies;
  std::vector<std::unique_ptr<IoThread>> io_threads;  // one context each: no lock between them
  std::vector<std::unique_ptr<Acceptor>> acceptors;   // all on the first context
  Workers workers;
  Services services;
  std::vector<std::thread> threads;
  std::size_t turn = 0;
  std::uint16_t port = 0;
  bool running = false;
};

Server::Impl::Impl(ServerOptions given, Handler& tcp_handler, Handler* local_handler)
    : options(checked(std::move(given))),
      tcp(tcp_handler),
      local(local_handler ? *local_handler : tcp_handler),
      proxies(options.trusted_proxies),
      table(options.limits.connections, options.limits.connections_per_address),
      bodies(options.limits),
      workers(options.worker_threads, options.limits.waiting_requests),
      services{options.limits, proxies, workers, bodies, options.report} {
  for (unsigned i = 0; i < options.io_threads; ++i) io_threads.push_back(std::make_unique<IoThread>());
}

void Server::Impl::start() {
  if (running) throw std::logic_error("server has been started already");
  const Executor first = io_threads.front()->context.get_executor();
  acceptors.push_back(std::make_unique<Acceptor>(listen_on_tcp(first, options.address, options.port)));
  port = port_of(*acceptors.front());
  if (!options.local_socket_path.empty()) {
    acceptors.push_back(std::make_unique<Acceptor>(listen_on_path(first, options.local_socket_path)));
  }
  running = true;
  for (std::size_t i = 0; i < acceptors.size(); ++i) {
    asio::co_spawn(first, accept_all(*acceptors[i], i == 0 ? tcp : local),
                   [this](std::exception_ptr exception) { report_end("accept", exception); });
  }
  for (const auto& io_thread : io_threads) {
    threads.emplace_back([&context = io_thread->context] {
      const auto work = asio::make_work_guard(context);
      context.run();
    });
  }
}

Task<void> Server::Impl::accept_all(Acceptor& acceptor, Handler& handler) {
  while (acceptor.is_open()) {
    IoThread& thread = next_thread();
    auto [error, socket] = co_await acceptor.async_accept(thread.context.get_executor(), use_task);
    if (!acceptor.is_open()) co_return;
    if (!error && welcome(std::move(socket), handler, thread)) continue;
    if (error) options.report("accept failed: " + error.message());
    Timer pause(acceptor.get_executor(), accept_pause);
    co_await pause.async_wait(use_task);
  }
}

// False when there was no memory for it: the server must not grow deaf because of one connection.
bool Server::Impl::welcome(Socket socket, Handler& handler, IoThread& thread) try {
  ErrorCode ignored;  // a peer that has left already is found out at the first read
  const std::string peer = peer_of(socket);
  if (peer != local_peer) socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  const bool has_cap = peer != local_peer && !proxies.contains(peer);
  // Shared: see Connection.
  const auto connection = std::make_shared<Connection>(std::move(socket), peer, handler, services, thread);
  if (!table.admit(connection, has_cap ? counted_network(peer) : std::string())) return true;
  asio::co_spawn(thread.context, connection->run(), [this, connection](std::exception_ptr exception) {
    report_end("connection", exception);
    table.remove(connection.get());
  });
  return true;
} catch (const std::exception& error) {
  options.report(std::string("connection not served: ") + error.what());
  return false;
}

void Server::Impl::report_end(std::string_view of, const std::exception_ptr& exception) const {
  if (exception) options.report(std::string(of) + " ended: " + what_went_wrong(exception));
}

void Server::Impl::stop(std::chrono::seconds drain) {
  if (!running) return;
  running = false;
  const auto deadline = SteadyClock::now() + drain;
  services.stopping = true;
  stop_accepting();
  table.close_idle();
  if (!table.wait_until_empty(deadline)) table.close_all();
  workers.drop_waiting();
  for (const auto& io_thread : io_threads) io_thread->context.stop();
  for (std::thread& thread : threads) thread.join();
  threads.clear();
}

// When it returns no connection can be added to the table any more.
void Server::Impl::stop_accepting() {
  std::promise<void> done;
  asio::post(io_threads.front()->context, [&] {
    ErrorCode ignored;
    for (const auto& acceptor : acceptors) acceptor->close(ignored);
    done.set_value();
  });
  done.get_future().wait();
  if (!options.local_socket_path.empty()) std::filesystem::remove(options.local_socket_path);
}

Server::Server(ServerOptions options, Handler& tcp, Handler* local)
    : impl_(std::make_unique<Impl>(std::move(options), tcp, local)) {}

Server::~Server() = default;

void Server::start() { impl_->start(); }

std::uint16_t Server::port() const { return impl_->port; }

void Server::stop(std::chrono::seconds drain) { impl_->stop(drain); }

}  // namespace clocher::net
