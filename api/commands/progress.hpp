// How a long command says where it stands: a bar on a terminal, one line per step elsewhere.
#pragma once

#include "api/commands/invocation.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string_view>

namespace clocher::api::commands {

// Safe from several threads. Writes to the error stream only, so that --json stays alone on the output.
class Progress {
 public:
  Progress(World& world, std::size_t steps) : world_(world), steps_(steps) {}
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // A step is over: "72213 Assé : prête".
  void advance(std::string_view what);

 private:
  void draw_bar(std::string_view what);

  World& world_;
  const std::size_t steps_;
  std::mutex mutex_;
  std::size_t done_ = 0;
};

class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace clocher::api::commands
