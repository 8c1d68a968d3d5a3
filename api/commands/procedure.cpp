// clocher procedure test: every procedure of a commune plays its own tests on a throw-away commune.
#include "api/commands/handlers.hpp"
#include "api/commands/words.hpp"
#include "core/base/text.hpp"

namespace clocher::api::commands {
namespace {

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = length_in_characters(text);
  if (length < width) text.append(width - length, ' ');
  return text + "  ";
}

std::string line_of(const json::Object& entry) {
  const auto tests = json::find_integer(entry, "tests").value_or(0);
  const auto failed = json::find_integer(entry, "failed").value_or(0);
  std::string text = padded(json::string_or(entry, "procedure"), 40) + padded(counted(tests, "essai", "essais"), 10);
  text += failed > 0 ? counted(failed, "échec", "échecs") : tests > 0 ? "réussi" : "aucun essai";
  text += "\n";
  if (const json::Array* failures = json::find_array(entry, "failures")) {
    for (const json::Value& failure : *failures) {
      text += "  « " + json::string_or(failure.as_object(), "test") + " »\n    " +
              json::string_or(failure.as_object(), "reason") + "\n";
    }
  }
  return text;
}

}  // namespace

Result<Outcome> run_procedure_test(Invocation& invocation) {
  const auto answer = invocation.call("procedure.test", {{"insee", invocation.input.value("--commune")}});
  if (!answer) return fail(answer.error());
  std::string text;
  std::int64_t failed = 0;
  for (const json::Value& entry : answer->as_array()) {
    text += line_of(entry.as_object());
    failed += json::find_integer(entry.as_object(), "failed").value_or(0);
  }
  text += failed > 0 ? counted(failed, "essai échoue", "essais échouent") + ".\n" : "Tous les essais réussissent.\n";
  return Outcome{*answer, std::move(text), failed > 0 ? 1 : 0};
}

}  // namespace clocher::api::commands
