// clocher migrate: brings the communes' files up to date with the program, one after the other.
#include "api/commands/handlers.hpp"
#include "api/commands/progress.hpp"
#include "api/commands/words.hpp"
#include "api/operator/error_json.hpp"

#include <vector>

namespace clocher::api::commands {
namespace {

// The one that was asked for, or every commune and space that is ready: a half-made one is finished by `commune create`.
Result<std::vector<std::string>> chosen(Invocation& invocation) {
  if (const std::string insee = invocation.input.value("--insee"); !insee.empty()) {
    const auto commune = invocation.call("commune.show", {{"insee", insee}});
    if (!commune) return fail(commune.error());
    return std::vector<std::string>{insee};
  }
  const auto communes = invocation.call("platform.list", {});
  if (!communes) return fail(communes.error());
  std::vector<std::string> codes;
  for (const json::Value& each : communes->as_array()) {
    if (json::string_or(each.as_object(), "state") == "ready")
      codes.push_back(json::string_or(each.as_object(), "insee"));
  }
  return codes;
}

}  // namespace

Result<Outcome> run_migrate(Invocation& invocation) {
  const auto codes = chosen(invocation);
  if (!codes) return fail(codes.error());
  json::Array communes;
  std::int64_t changed = 0;
  std::int64_t failed = 0;
  {
    Progress progress(invocation.world, codes->size());
    for (const std::string& insee : *codes) {
      const auto outcome = invocation.call("commune.migrate", {{"insee", insee}});
      if (outcome) {
        const auto applied = json::find_integer(outcome->as_object(), "applied").value_or(0);
        changed += applied > 0 ? 1 : 0;
        communes.push_back(*outcome);
        progress.advance(insee + (applied > 0 ? " : mise à jour" : " : déjà à jour"));
        continue;
      }
      ++failed;
      json::Object fault = control::error_to_json(invocation.catalogue, outcome.error());
      fault["insee"] = insee;
      communes.push_back(std::move(fault));
      progress.advance(insee + " : " + control::describe(invocation.catalogue, outcome.error()));
    }
  }
  std::string text = counted(changed, "commune mise à jour", "communes mises à jour") + ", " +
                     std::to_string(static_cast<std::int64_t>(codes->size()) - changed - failed) + " déjà à jour, " +
                     std::to_string(failed) + " en échec.\n";
  return Outcome{json::Object{{"communes", std::move(communes)}, {"migrated", changed}, {"failed", failed}},
                 std::move(text), failed > 0 ? 1 : 0};
}

}  // namespace clocher::api::commands
