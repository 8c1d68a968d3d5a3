// The French help, written from the table of commands.
#pragma once

#include "api/commands/command.hpp"

#include <string>
#include <string_view>

namespace clocher::api::commands {

// Usage, options, exit codes and examples of one command.
[[nodiscard]] std::string help_of(const Command& command);

// The commands whose path begins with `group` ("" for all), one line each.
[[nodiscard]] std::string overview(std::string_view group);

// docs/operator/commands.md.
[[nodiscard]] std::string document_commands();

}  // namespace clocher::api::commands
