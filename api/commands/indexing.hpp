// Brings the search indexes up to date after each write, so that the first who searches does not wait.
#pragma once

#include "api/services.hpp"
#include "core/net/ticker.hpp"

#include <atomic>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace clocher::api::commands {

class Indexing {
 public:
  // `report` hears of failures; the next round comes all the same.
  Indexing(Services& services, void (*report)(std::string_view fault));

  // Something was written to that commune.
  void look_at(const std::string& insee);
  // Begins no other commune.
  void stop_soon() { stopping_ = true; }
  void stop() { ticker_.stop(); }

 private:
  void make_round();

  Services& services_;
  std::atomic<bool> stopping_{false};
  std::mutex mutex_;
  std::set<std::string> communes_;
  net::Ticker ticker_;  // last: it uses the others
};

}  // namespace clocher::api::commands
