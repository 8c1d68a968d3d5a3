// Time as the product sees it: whole seconds UTC, from a clock that tests can set.
#pragma once

#include <atomic>
#include <compare>
#include <cstdint>

namespace clocher {

// Seconds since 1970-01-01T00:00:00Z. Stored as INTEGER, sent as a JSON number.
struct Instant {
  std::int64_t seconds = 0;
  auto operator<=>(const Instant&) const = default;
};

[[nodiscard]] constexpr Instant operator+(Instant instant, std::int64_t seconds) { return {instant.seconds + seconds}; }
[[nodiscard]] constexpr Instant operator-(Instant instant, std::int64_t seconds) { return {instant.seconds - seconds}; }
[[nodiscard]] constexpr std::int64_t operator-(Instant left, Instant right) { return left.seconds - right.seconds; }

inline constexpr std::int64_t one_minute = 60;
inline constexpr std::int64_t one_hour = 3600;
inline constexpr std::int64_t one_day = 86400;

class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override;
};

// For tests: time moves only when told to.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(Instant start) : seconds_(start.seconds) {}
  [[nodiscard]] Instant now() const override { return {seconds_.load()}; }
  void advance(std::int64_t seconds) { seconds_ += seconds; }

 private:
  std::atomic<std::int64_t> seconds_;
};

}  // namespace clocher
