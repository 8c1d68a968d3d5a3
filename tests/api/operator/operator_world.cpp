// Runs operations and commands without a process of their own.
#include "tests/api/operator/operator_world.hpp"

#include "api/commands/cli.hpp"
#include "api/operator/operations.hpp"

#include <sstream>
#include <stdexcept>

namespace clocher::test {
namespace {

Config test_config(const std::string& folder, const OperatorWorld::Change& change) {
  Config config;
  config.data_dir = folder;
  if (change) change(config);
  return config;
}

}  // namespace

std::string build_folder() { return CLOCHER_BUILD_FOLDER; }

OperatorWorld::OperatorWorld(const Change& change)
    : services(test_config(folder_.path(), change), clock, build_folder() + "/reference.db") {}

json::Value OperatorWorld::done(std::string_view operation, const json::Object& input) {
  auto answer = api::control::run_operation(services, operation, input);
  if (!answer) throw std::runtime_error(std::string(operation) + ": " + answer.error().key);
  return std::move(*answer);
}

Error OperatorWorld::refused(std::string_view operation, const json::Object& input) {
  auto answer = api::control::run_operation(services, operation, input);
  if (answer) throw std::runtime_error(std::string(operation) + " succeeded");
  return std::move(answer.error());
}

json::Value Answer::json() const {
  auto value = json::parse(out);
  if (!value) throw std::runtime_error("no JSON: " + out + err);
  return std::move(*value);
}

Answer CommandLine::run(const std::vector<std::string>& arguments, const std::string& standard_input) const {
  std::ostringstream out;
  std::ostringstream err;
  std::istringstream in(standard_input);
  const auto environment = [&](std::string_view name) -> std::optional<std::string> {
    if (const auto found = variables.find(std::string(name)); found != variables.end()) return found->second;
    if (name == "CLOCHER_DATA") return data_dir_;
    if (name == "CLOCHER_PORT") return "0";
    return std::nullopt;
  };
  api::commands::World world{out,          err, in, environment, build_folder(), api::commands::Destination::file,
                             wait_for_stop};
  const int exit_code = api::commands::run(arguments, world);
  return {exit_code, out.str(), err.str()};
}

}  // namespace clocher::test
