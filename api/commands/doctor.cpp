// clocher doctor: runs the checks and says what to mend.
#include "api/commands/command.hpp"
#include "api/commands/doctor_checks.hpp"
#include "api/commands/doctor_public.hpp"
#include "api/commands/handlers.hpp"
#include "api/commands/words.hpp"
#include "api/operator/error_json.hpp"

#include <algorithm>
#include <filesystem>

namespace clocher::api::commands {
namespace {

const std::string restore = "Arrêtez le service et remettez commune.db d’une sauvegarde.";

Finding judge(const Invocation& invocation, const json::Object& commune) {
  const std::string insee = json::string_or(commune, "insee");
  const std::string name = "commune " + insee;
  const std::string called = printed(commune, "name");
  if (const std::string state = json::string_or(commune, "state"); state != "ready") {
    return {name, called + " est inachevée (" + state + ")",
            "Reprenez sa création : clocher commune create " + insee + "."};
  }
  if (const auto problem = json::find_string(commune, "problem")) {
    const std::string said =
        called + " : " + control::describe(invocation.catalogue, {ErrorKind::unavailable, *problem, {}, {}});
    if (*problem == "commune.pending_migrations")
      return {name, said, "Mettez-la à jour : clocher migrate --insee " + insee + "."};
    return {name, said, restore};
  }
  if (const auto damage = json::find_string(commune, "damage")) {
    return {name, called + " : son fichier commune.db est abîmé (" + *damage + ")", restore};
  }
  if (const json::Array* altered = json::find_array(commune, "altered"); altered != nullptr && !altered->empty()) {
    return {name, called + " a été mise à jour par un programme modifié", "Revenez à une version publiée de Clocher."};
  }
  if (const json::Array* money = json::find_array(commune, "money"); money != nullptr && !money->empty()) {
    return {name, called + " : le journal des recettes ne tient pas (" + std::string(money->front().as_string()) + ")",
            "Gardez le fichier, regardez « clocher journal verify --commune " + insee + " », puis prévenez le régisseur."};
  }
  if (const auto failed = json::find_integer(commune, "failed_mails").value_or(0); failed > 0) {
    return {name, called + " a " + counted(failed, "courriel abandonné", "courriels abandonnés"),
            "Lisez leur raison dans l’administration, page Envois, puis relancez l’envoi."};
  }
  return {name, called + " va bien", ""};
}

// The registry's own finding, then each folder that it does not know.
std::vector<Finding> judge_registry(const json::Object& health) {
  const auto count = json::find_integer(health, "communes").value_or(0);
  std::vector<Finding> findings{{"registry", counted(count, "commune", "communes") + ", à jour", ""}};
  const json::Array* folders = json::find_array(health, "unknown_folders");
  if (folders == nullptr) return findings;
  for (const json::Value& each : *folders) {
    const std::string folder(each.as_string());
    findings.push_back({"reste " + std::filesystem::path(folder).filename().string(),
                        folder + " n’est à aucune commune du registre (reste d’un effacement interrompu)",
                        "Si vous n’y cherchez rien, effacez-le : rm -r " + folder + "."});
  }
  return findings;
}

json::Object to_json(const Finding& finding) {
  return {{"name", finding.name}, {"ok", !finding.is_fault()}, {"detail", finding.detail}, {"mend", finding.mend}};
}

std::string to_text(const Finding& finding) {
  if (!finding.is_fault()) return "[ok]     " + check_in_words(finding.name) + " : " + finding.detail + "\n";
  return "[défaut] " + check_in_words(finding.name) + " : " + finding.detail + "\n         " + finding.mend + "\n";
}

}  // namespace

std::vector<Finding> check_communes(Invocation& invocation) {
  const auto health = invocation.call("platform.health", {});
  if (!health) {
    return {{"registry", control::describe(invocation.catalogue, health.error()),
             "Vérifiez registry.db et le service, ou remettez registry.db d’une sauvegarde."}};
  }
  std::vector<Finding> findings = judge_registry(health->as_object());
  const auto communes = invocation.call("platform.list", {});
  if (!communes) return findings;
  for (const json::Value& each : communes->as_array()) {
    const std::string insee = json::string_or(each.as_object(), "insee");
    const auto commune = invocation.call("commune.check", {{"insee", insee}});
    if (commune)
      findings.push_back(judge(invocation, commune->as_object()));
    else if (commune.error().kind != ErrorKind::not_found)
      findings.push_back({"commune " + insee, control::describe(invocation.catalogue, commune.error()), restore});
  }
  return findings;
}

namespace {

std::vector<Finding> check_platform(Invocation& invocation) {
  std::vector<Finding> findings = check_program(invocation);
  const auto add = [&](std::vector<Finding> more) { findings.insert(findings.end(), more.begin(), more.end()); };
  add(check_folder(*invocation.config));
  // Without a sound folder and register there is no platform to ask, and asking would make the folder.
  if (std::ranges::none_of(findings, [](const Finding& each) {
        return each.is_fault() && (each.name == "folder" || each.name == "reference");
      })) {
    add(check_communes(invocation));
  }
  return findings;
}

}  // namespace

Result<Outcome> run_doctor(Invocation& invocation) {
  std::vector<Finding> findings;
  if (invocation.input.has("--public")) {
    auto found = check_public(invocation);
    if (!found) return fail(found.error());
    findings = std::move(*found);
  } else {
    findings = check_platform(invocation);
  }
  json::Array checks;
  std::string text;
  for (const Finding& finding : findings) {
    checks.push_back(to_json(finding));
    text += to_text(finding);
  }
  const auto faults = std::ranges::count_if(findings, &Finding::is_fault);
  text += faults == 0 ? "Tout va bien.\n" : counted(faults, "défaut", "défauts") + " à réparer.\n";
  return Outcome{json::Object{{"ok", faults == 0}, {"checks", std::move(checks)}}, std::move(text),
                 faults == 0 ? exit_done : exit_refused};
}

}  // namespace clocher::api::commands
