// The memory that all bodies together may take: without it, many slow uploads at once would end the process.
#pragma once

#include "core/net/limits.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace clocher::net {

// One for the server, shared by its I/O threads without a lock. Must outlive its shares.
class BodyBudget {
 public:
  explicit BodyBudget(const Limits& limits)
      : bytes_(limits.body_bytes_in_flight), small_body_bytes_(limits.small_body_bytes) {}

  // How far the budget may be used for a body of this length: large ones leave an eighth to the small ones, so that
  // ordinary forms go on while uploads fill the rest.
  [[nodiscard]] std::size_t ceiling_bytes(std::uint64_t body_bytes) const {
    return body_bytes <= small_body_bytes_ ? bytes_ : bytes_ - bytes_ / 8;
  }

  // False, and nothing is taken, when more than `ceiling_bytes` would be in use.
  [[nodiscard]] bool take(std::size_t size_bytes, std::size_t ceiling_bytes) {
    std::size_t used = used_.load();
    do {
      if (used > ceiling_bytes || size_bytes > ceiling_bytes - used) return false;
    } while (!used_.compare_exchange_weak(used, used + size_bytes));
    return true;
  }
  void give_back(std::size_t size_bytes) { used_ -= size_bytes; }

 private:
  const std::size_t bytes_;
  const std::size_t small_body_bytes_;
  std::atomic<std::size_t> used_{0};
};

// What one body holds of the budget; given back at the latest when this ends.
class BodyShare {
 public:
  explicit BodyShare(BodyBudget& budget) : budget_(budget) {}
  ~BodyShare() { give_back(); }
  BodyShare(const BodyShare&) = delete;
  BodyShare& operator=(const BodyShare&) = delete;

  // A new body: the length that it announces, or the most that it may have when it announces none.
  void begin(std::uint64_t body_bytes) {
    give_back();
    ceiling_bytes_ = budget_.ceiling_bytes(body_bytes);
  }

  // Holds `size_bytes` in total from now on, or what it held before when that is more. False: the budget is used up.
  [[nodiscard]] bool grow_to(std::size_t size_bytes) {
    if (size_bytes <= held_bytes_) return true;
    if (!budget_.take(size_bytes - held_bytes_, ceiling_bytes_)) return false;
    held_bytes_ = size_bytes;
    return true;
  }

  void give_back() {
    budget_.give_back(held_bytes_);
    held_bytes_ = 0;
  }

 private:
  BodyBudget& budget_;
  std::size_t ceiling_bytes_ = 0;
  std::size_t held_bytes_ = 0;
};

}  // namespace clocher::net
