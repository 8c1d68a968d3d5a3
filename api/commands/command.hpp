// A command of the program as data: what it is called, what it takes, how it is explained, what it runs.
#pragma once

#include "api/commands/invocation.hpp"
#include "core/base/result.hpp"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace clocher::api::commands {

// Documented in every --help.
enum ExitCode {
  exit_done = 0,
  exit_refused = 1,  // refused, not found, or a check that found something
  exit_usage = 2,
  exit_broken = 3,  // disk, folder, port, service
};

enum class Presence { required, optional };

struct Positional {
  std::string_view name;  // "INSEE"
  std::string_view help;
};

struct Option {
  std::string_view name;   // "--host"
  std::string_view value;  // "NOM"
  std::string_view help;
  Presence presence = Presence::optional;
};

struct Flag {
  std::string_view name;  // "--yes"
  std::string_view help;
};

struct Command {
  std::string_view path;  // "commune create"
  std::string_view summary;
  std::vector<Positional> positionals;  // all required
  std::vector<Option> options;
  std::vector<Flag> flags;
  std::array<std::string_view, 2> examples;
  std::string_view refusal;  // when it ends with exit_refused
  Result<Outcome> (*run)(Invocation& invocation);
};

// Every command, in the order of the help.
[[nodiscard]] std::span<const Command> commands();

// Understood by every command.
[[nodiscard]] std::span<const Option> global_options();
[[nodiscard]] std::span<const Flag> global_flags();

}  // namespace clocher::api::commands
