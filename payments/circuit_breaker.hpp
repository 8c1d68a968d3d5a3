// Keeps residents from waiting for a partner that does not answer: after some failures it is left alone for a while.
#pragma once

#include "core/base/clock.hpp"

#include <cstdint>
#include <mutex>

namespace clocher::payments {

struct BreakerOptions {
  int failures_to_open = 3;             // in a row
  std::int64_t first_pause_seconds = 10;  // doubles with each failed trial
  std::int64_t longest_pause_seconds = 300;
};

enum class Health {
  answered,
  failed,       // a fault of theirs, or no answer in time
  unreachable,  // not even a connection: opens at once
};

// One per endpoint, shared by all communes. Safe from several threads.
class CircuitBreaker {
 public:
  explicit CircuitBreaker(const Clock& clock, BreakerOptions options = {}) : clock_(clock), options_(options) {}

  // False: do not call. True: call, then report; while it is open one call per pause is let through as a trial.
  [[nodiscard]] bool allows();
  void report(Health health);

  [[nodiscard]] bool is_open() const;

 private:
  const Clock& clock_;
  const BreakerOptions options_;
  mutable std::mutex mutex_;
  int failures_ = 0;
  std::int64_t pause_seconds_ = 0;  // 0: closed
  bool is_trial_out_ = false;
  Instant next_trial_;
};

}  // namespace clocher::payments
