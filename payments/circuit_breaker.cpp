// Counts failures in a row and doubles the pauses.
#include "payments/circuit_breaker.hpp"

#include <algorithm>

namespace clocher::payments {

bool CircuitBreaker::allows() {
  const std::lock_guard lock(mutex_);
  if (pause_seconds_ == 0) return true;
  const Instant now = clock_.now();
  if (now < next_trial_) return false;
  is_trial_out_ = true;
  next_trial_ = now + pause_seconds_;  // a trial that never reports blocks nobody for longer than a pause
  return true;
}

void CircuitBreaker::report(Health health) {
  const std::lock_guard lock(mutex_);
  if (health == Health::answered) {
    failures_ = 0;
    pause_seconds_ = 0;
    is_trial_out_ = false;
    return;
  }
  ++failures_;
  if (pause_seconds_ == 0) {
    if (health == Health::failed && failures_ < options_.failures_to_open) return;
    pause_seconds_ = options_.first_pause_seconds;
  } else if (is_trial_out_) {
    pause_seconds_ = std::min(pause_seconds_ * 2, options_.longest_pause_seconds);
  } else {
    return;  // a call that was under way when it opened
  }
  is_trial_out_ = false;
  next_trial_ = clock_.now() + pause_seconds_;
}

bool CircuitBreaker::is_open() const {
  const std::lock_guard lock(mutex_);
  return pause_seconds_ != 0;
}

}  // namespace clocher::payments
