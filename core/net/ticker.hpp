// A job that comes back: runs at once, then after each period or when woken, until it is stopped.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace clocher::net {

class Ticker {
 public:
  // `report` hears what `work` throws; the next run comes all the same.
  Ticker(std::chrono::milliseconds period, std::function<void()> work,
         std::function<void(std::string_view)> report = {});
  ~Ticker();
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;

  // Runs the work now; while it runs, once more after it.
  void wake();

  // Waits for a run that has begun. No run begins after it.
  void stop();

 private:
  void run();
  void run_once() const;

  const std::chrono::milliseconds period_;
  const std::function<void()> work_;
  const std::function<void(std::string_view)> report_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool woken_ = true;
  bool stopped_ = false;
  std::thread thread_;  // last: it uses the others
};

}  // namespace clocher::net
