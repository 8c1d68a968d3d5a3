// Runs a command and puts its answer on the right stream.
#include "api/commands/cli.hpp"

#include "api/commands/command.hpp"
#include "api/commands/help.hpp"
#include "api/commands/parse.hpp"
#include "api/operator/error_json.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/db/sqlite.hpp"
#include "core/http/assets.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include <sys/stat.h>
#include <unistd.h>

namespace clocher::api {
namespace commands {
namespace {

view::Catalogue french_catalogue() {
  const http::Asset* asset = http::find_asset("locales/fr.json");
  if (asset == nullptr) throw std::logic_error("assets: locales/fr.json is missing");
  return view::Catalogue(asset->bytes, view::OnMissing::logs);
}

int exit_code_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::malformed: return exit_usage;
    case ErrorKind::unavailable:
    case ErrorKind::storage_full: return exit_broken;
    default: return exit_refused;
  }
}

Result<Config> read_config(const Input& input, const World& world) {
  const auto environment = [&](std::string_view name) -> std::optional<std::string> {
    if (name == "CLOCHER_DATA" && !input.value("--data").empty()) return input.value("--data");
    return world.environment(name);
  };
  const std::string file = input.value("--config");
  return load_config(file.empty() ? std::nullopt : std::optional(file), environment);
}

bool runs_without_config(const Command& command) {
  return command.path == "config check" || command.path == "version" || command.path == "documentation";
}

int report(const view::Catalogue& catalogue, World& world, const Input& input, const Error& error, int exit_code) {
  if (input.has("--json"))
    world.out << json::serialize(control::error_to_json(catalogue, error)) << '\n' << std::flush;
  else
    world.err << control::describe(catalogue, error) << '\n' << std::flush;
  return exit_code;
}

// What everybody tries first on a program that they do not know.
std::vector<std::string> with_usual_names(std::vector<std::string> arguments) {
  if (!arguments.empty() && (arguments.front() == "--version" || arguments.front() == "-V"))
    arguments.front() = "version";
  return arguments;
}

int report_fault(World& world, const Parsed& parsed) {
  if (parsed.input.has("--json")) {
    const json::Object error{{"kind", "malformed"},
                             {"key", "command.malformed"},
                             {"arguments", json::Object()},
                             {"message", parsed.fault},
                             {"fields", json::Array()}};
    world.out << json::serialize(json::Object{{"error", error}}) << '\n';
    return exit_usage;
  }
  const std::string help =
      parsed.command == nullptr ? "clocher --help" : "clocher " + std::string(parsed.command->path) + " --help";
  world.err << parsed.fault << "\nAide : " << help << '\n';
  return exit_usage;
}

int run_command(const Command& command, const Input& input, World& world, const view::Catalogue& catalogue) {
  Invocation invocation(world, input, catalogue, read_config(input, world));
  if (!invocation.config && !runs_without_config(command))
    return report(catalogue, world, input, invocation.config.error(), exit_usage);
  if (invocation.config) {
    // Commands speak to people on the error stream; only the service writes a log there.
    const bool is_service = command.path == "serve";
    log::configure(is_service ? invocation.config->log_level
                              : std::max(invocation.config->log_level, log::Level::error));
  }
  const auto outcome = command.run(invocation);
  if (!outcome) return report(catalogue, world, input, outcome.error(), exit_code_of(outcome.error().kind));
  world.out << (input.has("--json") ? json::serialize(outcome->answer) + "\n" : outcome->text) << std::flush;
  return outcome->exit_code;
}

}  // namespace

int run(const std::vector<std::string>& arguments, World& world) {
  const Parsed parsed = parse(with_usual_names(arguments));
  if (parsed.input.has("--help")) {
    world.out << (parsed.command == nullptr ? overview(parsed.group) : help_of(*parsed.command)) << std::flush;
    return exit_done;
  }
  if (!parsed.fault.empty()) return report_fault(world, parsed);
  const view::Catalogue catalogue = french_catalogue();
  try {
    return run_command(*parsed.command, parsed.input, world, catalogue);
  } catch (const DiskFull&) {
    return report(catalogue, world, parsed.input, {ErrorKind::storage_full, "storage.full", {}, {}}, exit_broken);
  } catch (const db::StorageFull&) {
    return report(catalogue, world, parsed.input, {ErrorKind::storage_full, "storage.full", {}, {}}, exit_broken);
  } catch (const std::exception& error) {
    const Error broken{ErrorKind::unavailable, "operation.failed", {{"reason", error.what()}}, {}};
    return report(catalogue, world, parsed.input, broken, exit_broken);
  }
}

}  // namespace commands

int run_cli(int argc, char** argv) {
  ::umask(0027);  // communes' files hold people's lives: nothing for other accounts of the machine
  const auto destination = ::isatty(STDERR_FILENO) == 1 ? commands::Destination::terminal : commands::Destination::file;
  std::error_code unknown;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  commands::World world{std::cout,  std::cerr, std::cin, process_environment, program.parent_path().string(),
                        destination};
  return commands::run({argv + std::min(argc, 1), argv + argc}, world);
}

}  // namespace clocher::api
