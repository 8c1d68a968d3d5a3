// What other systems are told, and what the antivirus is asked: a thread each, so that neither waits for the other nor for mail.
#pragma once

#include "api/services.hpp"
#include "core/net/ticker.hpp"
#include "tenants/rounds.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace clocher::api::commands {

class Checking {
 public:
  Checking(Services& services, const std::function<void(std::string_view)>& report);

  // A commune was written to. Quick; from any thread.
  void look_at(const std::string& insee);
  void stop_soon();
  void stop();

 private:
  tenants::Rounds callbacks_;
  std::unique_ptr<tenants::Rounds> files_;  // null without antivirus
  std::unique_ptr<net::Ticker> callback_ticker_, file_ticker_;
};

}  // namespace clocher::api::commands
