// SIGTERM and SIGINT as something to wait for, so that the service ends in good order.
#pragma once

#include <memory>

namespace clocher::net {

// From its construction on, the signals no longer end the process.
class StopSignals {
 public:
  StopSignals();
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  // Blocks until one arrives (or has arrived); returns its number.
  int wait();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// For a main that has nothing to lose before this line.
int wait_for_stop_signal();

}  // namespace clocher::net
