// Asks gateways what became of payments, on a thread of its own: when it is due, and at once when something was written.
#pragma once

#include "api/services.hpp"
#include "core/net/ticker.hpp"
#include "tenants/rounds.hpp"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace clocher::api::commands {

class Collecting {
 public:
  Collecting(Services& services, std::function<void(std::string_view)> report);

  // Once the registry tells of writes: a commune opened before would be silent.
  void start();
  void look_at(const std::string& insee);
  void stop_soon() { rounds_.stop(); }
  // Waits for the question under way: 15 seconds at most.
  void stop();

 private:
  tenants::Rounds rounds_;
  const std::function<void(std::string_view)> report_;
  std::atomic<bool> started_{false};  // the ticker may be woken
  std::unique_ptr<net::Ticker> ticker_;
};

}  // namespace clocher::api::commands
