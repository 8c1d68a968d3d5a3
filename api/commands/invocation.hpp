// What a running command is given: its input, the configuration, the words, and the way to the platform.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/config.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "core/view/catalogue.hpp"

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace clocher::api::commands {

class Platform;

enum class Destination { terminal, file };

// The process as a command sees it; tests bring their own.
struct World {
  std::ostream& out;
  std::ostream& err;
  std::istream& in;
  Environment environment;
  std::string program_folder;  // where reference.db lies
  Destination err_goes_to = Destination::file;
  std::function<void()> wait_for_stop =
      nullptr;  // of `serve`: returns when it must end; nullptr for the process's signals
};

// What was typed, by the names of the command's table; what was not is absent.
struct Input {
  std::map<std::string, std::string, std::less<>> values;  // "INSEE", "--host"
  std::set<std::string, std::less<>> flags;                // "--yes"

  [[nodiscard]] std::string value(std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string() : found->second;
  }
  [[nodiscard]] bool has(std::string_view flag) const { return flags.contains(flag); }
};

// What a command answers: JSON for programs, text for people.
struct Outcome {
  json::Value answer;
  std::string text;  // ends with a line feed, or is empty
  int exit_code = 0;
};

class Invocation {
 public:
  // Only `config check`, `version` and `documentation` run with a configuration that could not be read.
  Invocation(World& the_world, const Input& the_input, const view::Catalogue& the_catalogue, Result<Config> the_config);
  ~Invocation();

  World& world;
  const Input& input;
  const view::Catalogue& catalogue;
  const Result<Config> config;

  [[nodiscard]] std::string reference_path() const { return world.program_folder + "/reference.db"; }
  [[nodiscard]] const Clock& clock() const { return clock_; }

  // An operation of api/operator, in this process or in the running service. Opens the platform at the first call; safe from
  // several threads after it.
  [[nodiscard]] Result<json::Value> call(std::string_view operation, const json::Object& operation_input);

 private:
  SystemClock clock_;
  std::unique_ptr<Platform> platform_;
};

}  // namespace clocher::api::commands
