// Reads the arguments against the table of commands.
#pragma once

#include "api/commands/command.hpp"

#include <string>
#include <vector>

namespace clocher::api::commands {

struct Parsed {
  const Command* command = nullptr;  // nullptr: no whole command was named
  std::string group;                 // "commune" of "clocher commune --help"
  Input input;                       // with "--config", "--data", "--json", "--help"
  std::string fault;                 // "" when all is well, else one French sentence
};

[[nodiscard]] Parsed parse(const std::vector<std::string>& arguments);

}  // namespace clocher::api::commands
