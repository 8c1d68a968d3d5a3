// A thread, because the work waits for disks and mail servers.
#include "core/net/ticker.hpp"

#include <exception>
#include <utility>

namespace clocher::net {

Ticker::Ticker(std::chrono::milliseconds period, std::function<void()> work,
               std::function<void(std::string_view)> report)
    : period_(period), work_(std::move(work)), report_(std::move(report)), thread_([this] { run(); }) {}

Ticker::~Ticker() { stop(); }

void Ticker::wake() {
  const std::lock_guard lock(mutex_);
  woken_ = true;
  changed_.notify_all();
}

void Ticker::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

void Ticker::run() {
  std::unique_lock lock(mutex_);
  while (!stopped_) {
    woken_ = false;
    lock.unlock();
    run_once();
    lock.lock();
    changed_.wait_for(lock, period_, [&] { return woken_ || stopped_; });
  }
}

void Ticker::run_once() const {
  try {
    work_();
  } catch (const std::exception& error) {
    if (report_) report_(error.what());
  } catch (...) {
    if (report_) report_("unknown exception");
  }
}

}  // namespace clocher::net
