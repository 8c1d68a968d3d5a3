// The platform as commands see it: the data folder itself, or the service that holds it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/config.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace clocher::api::commands {

// <data>/clocher.lock: whoever holds it owns the folder. SQLite files have one owner (ADR 0003).
[[nodiscard]] std::string lock_path(const Config& config);

class Platform {
 public:
  // Makes the data folder. Takes its lock, or finds the service that has it; waits up to ten seconds for a command that is
  // still at work. Fails with platform.held {folder} (unavailable). Throws when the folder cannot be used.
  [[nodiscard]] static Result<std::unique_ptr<Platform>> open(const Config& config, const Clock& clock, const std::string& reference_path);
  virtual ~Platform() = default;

  // Safe from several threads. Errors of the operation; local.unreachable when the service went away.
  [[nodiscard]] virtual Result<json::Value> call(std::string_view operation, const json::Object& input) = 0;
};

}  // namespace clocher::api::commands
