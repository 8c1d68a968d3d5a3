// A context of its own: waiting needs no server.
#include "core/net/signals.hpp"

#include "core/net/asio.hpp"

#include <csignal>

namespace clocher::net {

struct StopSignals::Impl {
  asio::io_context context;
  asio::signal_set signals{context, SIGTERM, SIGINT};
};

StopSignals::StopSignals() : impl_(std::make_unique<Impl>()) {}

StopSignals::~StopSignals() = default;

int StopSignals::wait() {
  int number = 0;
  impl_->signals.async_wait([&number](ErrorCode, int arrived) { number = arrived; });
  impl_->context.restart();
  impl_->context.run();
  return number;
}

int wait_for_stop_signal() { return StopSignals().wait(); }

}  // namespace clocher::net
