// PayFiP in a box: a web service and a payment page that no money passes through. Knows nothing of sockets.
#pragma once

#include "core/base/clock.hpp"
#include "core/http/message.hpp"
#include "core/view/template.hpp"
#include "payments/payfip/simulator/behaviour.hpp"
#include "payments/payfip/simulator/notifier.hpp"
#include "payments/payfip/simulator/payment_book.hpp"

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <string>

namespace clocher::payments::payfip::simulator {

// The simulator's own time: real time moved by an offset, or stopped at a moment.
class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(const Clock& real) : real_(real) {}
  [[nodiscard]] Instant now() const override { return stopped_at_ ? *stopped_at_ : real_.now() + offset_; }
  void advance(std::int64_t seconds);
  void stop_at(Instant moment) { stopped_at_ = moment; }
  void release();  // real time again
  [[nodiscard]] bool is_stopped() const { return stopped_at_.has_value(); }

 private:
  const Clock& real_;
  std::int64_t offset_ = 0;
  std::optional<Instant> stopped_at_;
};

inline constexpr std::size_t most_body_bytes = 64 * 1024;

// Safe from several threads.
class Simulator {
 public:
  // `real` outlives the simulator.
  explicit Simulator(const Clock& real);

  // Any request: the web service, the payment page, the controls under /__sim/. A call that is told to time out blocks here.
  [[nodiscard]] http::Response handle(const http::Request& request);

  // Posts the notifications that are due; call it often.
  void deliver_due();

  // Lets the calls that block end, for the end of the program.
  void stop();

  void add_client(const std::string& number, Client client);

 private:
  struct Control;
  http::Response soap(const http::Request& request);
  http::Response contract(const http::Request& request, std::string_view which) const;
  http::Response page(const http::Request& request);
  http::Response choose(const http::Request& request);
  http::Response control(const http::Request& request);
  http::Response answer_call(const http::Request& request);

  std::mutex mutex_;  // everything below but the views
  std::condition_variable stopping_;
  bool is_stopping_ = false;
  SimulatedClock clock_;
  Clients clients_ = default_clients();
  Behaviour behaviour_;
  PaymentBook book_;
  Notifier notifier_;
  const view::Views views_;
};

}  // namespace clocher::payments::payfip::simulator
