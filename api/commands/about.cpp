// clocher config ..., version, documentation: what the program and its settings are.
#include "api/commands/command.hpp"
#include "api/commands/handlers.hpp"
#include "api/commands/help.hpp"
#include "api/operator/error_json.hpp"
#include "core/base/version.hpp"
#include "core/db/sqlite.hpp"

namespace clocher::api::commands {

Result<Outcome> run_config_show(Invocation& invocation) {
  const json::Object shown = show(*invocation.config);
  std::string text;
  for (const auto& setting : shown)
    text += std::string(setting.key()) + " = " + json::serialize(setting.value()) + "\n";
  return Outcome{shown, std::move(text)};
}

Result<Outcome> run_config_check(Invocation& invocation) {
  if (invocation.config) return Outcome{json::Object{{"ok", true}}, "La configuration est correcte.\n"};
  json::Object answer = control::error_to_json(invocation.catalogue, invocation.config.error());
  answer["ok"] = false;
  return Outcome{std::move(answer), control::describe(invocation.catalogue, invocation.config.error()) + "\n",
                 exit_refused};
}

Result<Outcome> run_version(Invocation&) {
  const std::string number(version());
  return Outcome{json::Object{{"version", number}, {"sqlite", db::library_version()}},
                 "clocher " + number + " (SQLite " + std::string(db::library_version()) + ")\n"};
}

Result<Outcome> run_documentation(Invocation&) {
  std::string text = document_commands();
  return Outcome{json::Object{{"markdown", text}}, text};
}

}  // namespace clocher::api::commands
