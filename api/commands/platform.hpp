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

// Makes the data folder, or finds that the process may write into it. unavailable platform.folder {folder}, storage_full
// storage.full.
[[nodiscard]] Result<void> prepare_data_folder(const Config& config);

// <data>/clocher.lock: whoever holds it owns the folder. SQLite files have one owner (ADR 0003).
[[nodiscard]] std::string lock_path(const Config& config);

// Whether a command may be the first one on a data folder, or looks at what is there.
enum class Need { makes, looks };

class Platform {
 public:
  // Takes the folder's lock, or finds the service that has it; waits up to ten seconds for a command that is still at work.
  // Who only looks makes no folder: one without a registry is a platform without communes, see platform.empty {folder}.
  // Fails with platform.held {folder} (unavailable) and as prepare_data_folder does.
  [[nodiscard]] static Result<std::unique_ptr<Platform>> open(const Config& config, const Clock& clock,
                                                              const std::string& reference_path, Need need);
  virtual ~Platform() = default;

  // Safe from several threads. Errors of the operation; local.unreachable when the service went away.
  [[nodiscard]] virtual Result<json::Value> call(std::string_view operation, const json::Object& input) = 0;
};

}  // namespace clocher::api::commands
