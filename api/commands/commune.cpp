// clocher commune ...
#include "api/commands/command.hpp"
#include "api/commands/handlers.hpp"
#include "api/commands/words.hpp"
#include "core/base/text.hpp"

namespace clocher::api::commands {
namespace {

std::string word(const json::Object& commune, std::string_view name) { return json::string_or(commune, name, "-"); }

std::string state_of(const json::Object& commune) {
  if (json::is_true(commune, "suspended")) return "suspendue";
  const std::string state = word(commune, "state");
  return state == "ready" ? "prête" : "inachevée (" + state + ")";
}

std::string sheet(const json::Object& commune) {
  return printed(commune, "name") + " (" + word(commune, "insee") + ")\n  État : " + state_of(commune) +
         "\n  Site : " + word(commune, "url") + "\n  Département : " + printed(commune, "department") +
         "\n  Intercommunalité : " + printed(commune, "epci_name") +
         "\n  Habitants : " + std::to_string(json::find_integer(commune, "population").value_or(0)) + "\n";
}

json::Object named_commune(const Invocation& invocation) { return {{"insee", invocation.input.value("INSEE")}}; }

Result<Outcome> answer_with_sheet(Invocation& invocation, std::string_view operation, const json::Object& input,
                                  std::string_view said) {
  const auto commune = invocation.call(operation, input);
  if (!commune) return fail(commune.error());
  return Outcome{*commune, std::string(said) + sheet(commune->as_object())};
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t length = length_in_characters(text);
  if (length < width) text.append(width - length, ' ');
  return text + "  ";
}

}  // namespace

Result<Outcome> run_commune_create(Invocation& invocation) {
  const Input& input = invocation.input;
  const auto commune = invocation.call(
      "commune.create",
      {{"insee", input.value("INSEE")}, {"name", input.value("--name")}, {"host", input.value("--host")}});
  if (!commune) return fail(commune.error());
  const json::Object& object = commune->as_object();
  return Outcome{*commune,
                 (json::is_true(object, "created") ? "Commune créée : " : "Commune déjà là : ") + sheet(object)};
}

Result<Outcome> run_commune_list(Invocation& invocation) {
  const auto communes = invocation.call("commune.list", {});
  if (!communes) return fail(communes.error());
  std::string text;
  for (const json::Value& each : communes->as_array()) {
    const json::Object& commune = each.as_object();
    text += padded(word(commune, "insee"), 5) + padded(printed(commune, "name"), 32) + padded(state_of(commune), 10) +
            word(commune, "url") + "\n";
  }
  return Outcome{*communes, text.empty() ? "Aucune commune. Créez-en une : clocher commune create <INSEE>\n" : text};
}

Result<Outcome> run_commune_show(Invocation& invocation) {
  return answer_with_sheet(invocation, "commune.show", named_commune(invocation), "");
}

Result<Outcome> run_commune_suspend(Invocation& invocation) {
  return answer_with_sheet(invocation, "commune.suspend", named_commune(invocation), "Site fermé, rien n’est perdu : ");
}

Result<Outcome> run_commune_resume(Invocation& invocation) {
  return answer_with_sheet(invocation, "commune.resume", named_commune(invocation), "Site ouvert : ");
}

Result<Outcome> run_commune_delete(Invocation& invocation) {
  const auto commune = invocation.call("commune.show", named_commune(invocation));
  if (!commune) return fail(commune.error());
  const std::string name = word(commune->as_object(), "name");
  if (!invocation.input.has("--yes")) return fail(ErrorKind::malformed, "command.confirm", {{"name", name}});
  const auto deleted = invocation.call("commune.delete", named_commune(invocation));
  if (!deleted) return fail(deleted.error());
  return Outcome{*deleted, "Commune effacée avec toutes ses données : " + printed(deleted->as_object(), "name") + "\n"};
}

}  // namespace clocher::api::commands
