// A TOML file as a flat list of named texts with their line. The only file that includes toml++ is config_file.cpp.
#pragma once

#include "core/base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher {

struct ConfigEntry {
  std::string name;  // "smtp.host"
  std::optional<std::string>
      text;  // numbers and booleans as written, a list of strings joined by commas; nullopt: another type
  int line = 0;
};

// Fails with config.file_missing {file} or config.unreadable {file, line, reason}.
[[nodiscard]] Result<std::vector<ConfigEntry>> read_config_file(const std::string& path);

}  // namespace clocher
