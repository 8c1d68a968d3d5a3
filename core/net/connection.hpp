// One client's conversation, TCP or Unix socket: requests in, answers out, within the deadlines.
#pragma once

#include "core/net/asio.hpp"
#include "core/net/body_budget.hpp"
#include "core/net/client_address.hpp"
#include "core/net/handler.hpp"
#include "core/net/limits.hpp"
#include "core/net/request_reader.hpp"
#include "core/net/response_head.hpp"
#include "core/net/workers.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>

namespace clocher::net {

// What every connection of a server shares.
struct Services {
  const Limits& limits;
  const TrustedProxies& proxies;
  Workers& workers;
  BodyBudget& bodies;
  std::function<void(std::string_view)> report;  // what went wrong on our side, for the log
  std::atomic<bool> stopping{false};
};

// What the connections of one I/O thread share: no lock needed.
struct IoThread {
  asio::io_context context{1};
  std::mt19937_64 random{std::random_device{}()};
  std::int64_t date_seconds = 0;
  std::string date;
};

// Shared ownership: the coroutine, the timer and the table of connections reach it at different times.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(Socket socket, std::string peer_address, Handler& handler, Services& services, IoThread& thread);

  // The whole conversation. Never throws for what the peer does.
  [[nodiscard]] Task<void> run();

  // From any thread.
  void close();          // at once
  void close_if_idle();  // nothing of a request has come
  void evict();          // no request is whole yet: makes room for others
  [[nodiscard]] std::optional<SteadyClock::time_point> idle_since() const;  // nothing while a request is served

 private:
  enum class State { idle, reading_head, busy };
  enum class Next { read_on, close, drain };

  [[nodiscard]] Task<Next> serve_one();
  [[nodiscard]] Task<RequestReader::Step> read_head();
  [[nodiscard]] Task<RequestReader::Step> read_body();
  [[nodiscard]] Task<bool> receive();
  [[nodiscard]] Task<Next> answer();
  [[nodiscard]] Task<Next> refuse(http::Request head, int status);
  [[nodiscard]] Task<bool> send(http::Request head, http::Response response, Persistence persistence);
  [[nodiscard]] Task<void> drain();

  void start_request();
  void find_client();
  [[nodiscard]] RequestReader::Step take_body_bytes();
  void let_body_go();
  [[nodiscard]] std::string head_of(http::Response& response, const http::Request& request, Persistence persistence);
  void enter(State state);
  void set_deadline(std::chrono::milliseconds from_now);
  void wait_for_deadline();
  void on_timer();
  [[nodiscard]] const std::string& date();
  [[nodiscard]] std::chrono::milliseconds transfer_deadline(std::uint64_t size_bytes) const;

  Socket socket_;
  Timer timer_;
  const std::string peer_address_;
  const bool peer_is_trusted_;
  Handler& handler_;
  Services& services_;
  IoThread& thread_;
  RequestReader reader_;
  http::Request request_;  // the one being read
  BodyShare body_share_;   // held until the answer is made, wherever the body is by then
  std::size_t requests_ = 0;
  bool timer_waits_ = false;
  bool expired_ = false;
  SteadyClock::time_point deadline_ = SteadyClock::time_point::max();
  std::atomic<State> state_{State::idle};
  std::atomic<bool> evicted_{false};
  std::atomic<SteadyClock::rep> idle_since_;
};

}  // namespace clocher::net
