// Growing delays per subject and sliding windows per address and commune.
#include "core/security/rate_limit.hpp"

#include "core/base/text.hpp"
#include "core/security/bounded_map.hpp"
#include "core/security/crypto.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <optional>

#include <arpa/inet.h>

namespace clocher::security {
namespace {

constexpr std::int64_t window_seconds = one_minute;
constexpr std::int64_t forgotten_after_seconds = one_day;

struct Failures {
  int count = 0;
  Instant last;
};

using Window = std::deque<Instant>;

std::int64_t delay_after(int failures, const RateLimits& limits) {
  if (failures < limits.free_attempts) return 0;
  const int doublings = std::min(failures - limits.free_attempts, 30);
  return std::min(limits.longest_delay_seconds, std::int64_t{1} << doublings);
}

// A household or an attacker owns a whole /64: counting single IPv6 addresses would count nothing.
std::string network_of(std::string_view address) {
  std::array<char, 16> bytes{};
  if (inet_pton(AF_INET6, std::string(address).c_str(), bytes.data()) != 1) return std::string(address);
  constexpr std::string_view mapped_ipv4("\0\0\0\0\0\0\0\0\0\0\xff\xff", 12);
  const std::string_view whole(bytes.data(), bytes.size());
  return to_hex(whole.starts_with(mapped_ipv4) ? whole : whole.substr(0, 8));
}

std::string join(std::string_view action, std::string_view commune, std::string_view rest) {
  return std::string(action) + '\n' + std::string(commune) + '\n' + std::string(rest);
}

// Digested, so that a client cannot make us keep long keys; folded, so that "Marie@" and "marie@" are one account.
std::string subject_key(const Attempt& attempt) {
  return join(attempt.action, attempt.commune, hash_hex(fold(trim(attempt.subject))));
}

// Seconds until the window has room again; nullopt when it has now. Then the moment is taken.
std::optional<std::int64_t> take(Window& window, int allowed, Instant now) {
  while (!window.empty() && now - window.front() >= window_seconds) window.pop_front();
  if (static_cast<int>(window.size()) >= allowed)
    return std::max<std::int64_t>(1, window_seconds - (now - window.front()));
  window.push_back(now);
  return std::nullopt;
}

Failure wait(std::int64_t seconds) {
  return fail(ErrorKind::too_many, "throttle.wait", {{"retry_after", std::to_string(seconds)}});
}

}  // namespace

struct AttemptThrottle::State {
  const Clock& clock;
  RateLimits limits;
  std::mutex mutex;
  BoundedMap<Failures> subjects;
  BoundedMap<Window> addresses;
  BoundedMap<Window> communes;

  State(const Clock& injected, RateLimits chosen)
      : clock(injected),
        limits(chosen),
        subjects(chosen.remembered_keys),
        addresses(chosen.remembered_keys),
        communes(chosen.remembered_keys) {}

  // Seconds the subject still has to wait; otherwise the attempt is counted.
  std::optional<std::int64_t> take_subject(const std::string& key, Instant now) {
    Failures& failures = subjects.touch(key);
    if (failures.count > 0 && now - failures.last >= forgotten_after_seconds) failures = {};
    const std::int64_t left = delay_after(failures.count, limits) - (now - failures.last);
    if (failures.count > 0 && left > 0) return left;
    ++failures.count;
    failures.last = now;
    return std::nullopt;
  }
};

AttemptThrottle::AttemptThrottle(const Clock& clock, RateLimits limits)
    : state_(std::make_unique<State>(clock, limits)) {}
AttemptThrottle::~AttemptThrottle() = default;

Result<void> AttemptThrottle::begin(const Attempt& attempt) {
  const std::lock_guard lock(state_->mutex);
  const Instant now = state_->clock.now();
  // The address first: who floods us must not be able to make someone else's account or commune wait.
  Window& address = state_->addresses.touch(join(attempt.action, "", network_of(attempt.address)));
  if (const auto seconds = take(address, state_->limits.per_address, now)) return wait(*seconds);
  if (!attempt.subject.empty()) {
    if (const auto seconds = state_->take_subject(subject_key(attempt), now)) return wait(*seconds);
  }
  Window& commune = state_->communes.touch(join(attempt.action, attempt.commune, ""));
  if (const auto seconds = take(commune, state_->limits.per_commune, now)) return wait(*seconds);
  return {};
}

void AttemptThrottle::succeeded(const Attempt& attempt) {
  const std::lock_guard lock(state_->mutex);
  state_->subjects.forget(subject_key(attempt));
}

}  // namespace clocher::security
