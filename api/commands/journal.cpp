// clocher journal verify: reads the ledger of a commune from its first line and names the line that is wrong.
#include "api/commands/handlers.hpp"
#include "api/commands/words.hpp"

#include <map>

namespace clocher::api::commands {
namespace {

std::string line_of(const json::Object& fault) {
  static const std::map<std::string, std::string, std::less<>> causes = {
      {"gap", "des lignes manquent après celle-ci"},
      {"chain", "elle ne suit pas la ligne d’avant"},
      {"content", "son contenu a changé depuis son écriture"},
      {"evidence", "la réponse qui la prouve manque ou a changé"},
      {"unreadable", "le fichier ne se lit pas à cet endroit"}};
  const auto cause = causes.find(json::string_or(fault, "what"));
  return "Ligne " + std::to_string(json::find_integer(fault, "line").value_or(0)) + " : " +
         (cause == causes.end() ? json::string_or(fault, "what") : cause->second) + ".\n";
}

}  // namespace

Result<Outcome> run_journal_verify(Invocation& invocation) {
  const auto answer = invocation.call("journal.verify", {{"insee", invocation.input.value("--commune")}});
  if (!answer) return fail(answer.error());
  const json::Object& check = answer->as_object();
  std::string text = printed(check, "name") + " : " +
                     counted(json::find_integer(check, "lines").value_or(0), "ligne lue", "lignes lues") + ".\n";
  const json::Array& faults = *json::find_array(check, "faults");
  const json::Array& violations = *json::find_array(check, "violations");
  for (const json::Value& fault : faults) text += line_of(fault.as_object());
  for (const json::Value& each : violations)
    text += "Règle " + json::string_or(each.as_object(), "rule") +
            " rompue : " + json::string_or(each.as_object(), "detail") + ".\n";
  const bool is_whole = faults.empty() && violations.empty();
  if (is_whole) text += "Le journal est entier.\n";
  return Outcome{*answer, std::move(text), is_whole ? 0 : 1};
}

}  // namespace clocher::api::commands
