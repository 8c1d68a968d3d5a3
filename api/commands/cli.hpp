// From the arguments of the process to a command, its answer and its exit code.
#pragma once

#include "api/commands/invocation.hpp"

#include <string>
#include <vector>

namespace clocher::api {

// main(): the real streams, environment and folder of the program.
[[nodiscard]] int run_cli(int argc, char** argv);

namespace commands {

// `arguments` without the program's name. The answer goes to world.out; what went wrong to world.err, or with --json as
// {"error": ...} to world.out. Exit codes: command.hpp.
[[nodiscard]] int run(const std::vector<std::string>& arguments, World& world);

}  // namespace commands
}  // namespace clocher::api
