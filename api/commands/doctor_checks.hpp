// What `doctor` looks at. Each finding says what is there and, when that is wrong, how to mend it in one sentence.
#pragma once

#include "api/commands/invocation.hpp"

#include <string>
#include <vector>

namespace clocher::api::commands {

struct Finding {
  std::string name;    // "sqlite", "commune 72213"
  std::string detail;  // what was found
  std::string mend;    // "" when all is well
  [[nodiscard]] bool is_fault() const { return !mend.empty(); }
};

// The program and the machine: needs no data.
[[nodiscard]] std::vector<Finding> check_program(const Invocation& invocation);
// The data folder: room, rights, secret key.
[[nodiscard]] std::vector<Finding> check_folder(const Config& config);
// The registry and each commune, through the service when it runs.
[[nodiscard]] std::vector<Finding> check_communes(Invocation& invocation);

}  // namespace clocher::api::commands
