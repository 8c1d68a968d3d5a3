// Slows guessing down without ever locking an account (reliability notes, §5.6). Memory is bounded; the clock is injected.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace clocher::security {

struct RateLimits {
  int free_attempts = 5;  // per subject, then 1, 2, 4 ... seconds between attempts
  std::int64_t longest_delay_seconds = 900;
  int per_address = 20;                  // in any 60 seconds
  int per_commune = 300;                 // in any 60 seconds
  std::size_t remembered_keys = 20'000;  // of each kind; the least recently used is forgotten first
};

// One guess: a login, a tracking code, a reset.
struct Attempt {
  std::string_view action;   // "login", "suivi": counted apart
  std::string_view commune;  // INSEE code, "" for the platform
  std::string_view
      subject;  // account or case that is guessed at; need not exist; "" when nothing is guessed, only counted
  std::string_view address;  // of the client; an IPv6 client is its /64
};

// Thread-safe. An attempt counts as a failure from its start, so that parallel guesses do not get through.
class AttemptThrottle {
 public:
  explicit AttemptThrottle(const Clock& clock, RateLimits limits = {});
  ~AttemptThrottle();

  // Fails with too_many, throttle.wait {retry_after} in seconds. A refused attempt makes no delay longer.
  [[nodiscard]] Result<void> begin(const Attempt& attempt);

  // Forgets the failures of the subject; the address and the commune keep theirs.
  void succeeded(const Attempt& attempt);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace clocher::security
