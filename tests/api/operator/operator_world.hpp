// What an operator's tests work on: services in a temporary folder without any commune, and commands as a process runs them.
#pragma once

#include "api/commands/invocation.hpp"
#include "api/services.hpp"
#include "core/base/clock.hpp"
#include "core/json/json.hpp"
#include "tests/support/temporary_folder.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

inline constexpr const char* mulsanne_code = "72213";
inline constexpr const char* unknown_code = "99999";
inline constexpr const char* mans_metropole = "247200132";  // 20 communes, Mulsanne among them

// Holds the program and reference.db.
[[nodiscard]] std::string build_folder();

class OperatorWorld {
 public:
  using Change = std::function<void(Config& config)>;
  explicit OperatorWorld(const Change& change = {});

  // An operation of the table; throws std::runtime_error with the key of an error.
  [[nodiscard]] json::Value done(std::string_view operation, const json::Object& input);
  // Its error; throws when it succeeds.
  [[nodiscard]] Error refused(std::string_view operation, const json::Object& input);

  [[nodiscard]] std::string commune_folder(std::string_view insee) const { return services.registry.folder_of(insee); }

 private:
  TemporaryFolder folder_;

 public:
  ManualClock clock{Instant{1795512720}};
  api::Services services;
};

struct Answer {
  int exit_code = 0;
  std::string out;
  std::string err;

  // The output as one JSON text; throws when it is not.
  [[nodiscard]] json::Value json() const;
};

// Commands on one data folder, in this process.
class CommandLine {
 public:
  explicit CommandLine(std::string data_dir) : data_dir_(std::move(data_dir)) {}

  [[nodiscard]] Answer run(const std::vector<std::string>& arguments, const std::string& standard_input = "") const;

  std::function<void()> wait_for_stop = [] {};        // of `serve`
  std::map<std::string, std::string> variables = {};  // of the environment, besides CLOCHER_DATA and a free port

 private:
  std::string data_dir_;
};

}  // namespace clocher::test
