// clocher sheets ...: begins an import and follows it until it ends, in this process or in the running service.
#include "api/commands/handlers.hpp"
#include "api/commands/progress.hpp"
#include "api/commands/words.hpp"
#include "core/base/date.hpp"
#include "tenants/sheets/source.hpp"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <ostream>
#include <thread>

namespace clocher::api::commands {
namespace {

constexpr auto pause = std::chrono::milliseconds(100);
constexpr std::int64_t step_percent = 10;

std::int64_t number(const json::Object& object, std::string_view name) {
  return json::find_integer(object, name).value_or(0);
}

// The service may stand elsewhere than whoever types.
std::string absolute_source(const std::string& from) {
  if (sheets::is_url(from)) return from;
  std::error_code unknown;
  const auto path = std::filesystem::absolute(from, unknown).lexically_normal();
  return unknown ? from : path.string();
}

// One line for each tenth, so that a log stays short.
Result<json::Object> follow_import(Invocation& invocation) {
  std::int64_t said = 0;
  while (true) {
    const auto progress = invocation.call("sheets.progress", {});
    if (!progress) return fail(progress.error());
    const json::Object& state = progress->as_object();
    const std::int64_t total = number(state, "total");
    const std::int64_t percent = total == 0 ? 0 : number(state, "done") * 100 / total;
    if (percent / step_percent > said / step_percent) {
      said = percent;
      invocation.world.err << percent << " % (" << number(state, "done") << " sur " << total << ")" << std::endl;
    }
    if (!json::is_true(state, "running")) break;
    std::this_thread::sleep_for(pause);
  }
  const auto status = invocation.call("sheets.status", {});
  if (!status) return fail(status.error());
  return status->as_object();
}

std::string outcome_in_words(const json::Object& last) {
  const std::string outcome = json::string_or(last, "outcome");
  if (outcome == "done") return "Import terminé";
  if (outcome == "unchanged") return "Rien n’a changé depuis le dernier import";
  if (outcome == "guarded")
    return counted(number(last, "kept_back"), "fiche a disparu", "fiches ont disparu") +
           " de la source : c’est trop, aucune n’est retirée (--force pour les retirer)";
  if (outcome == "interrupted") return "Import interrompu : relancez la commande, elle reprend où il s’est arrêté";
  if (outcome == "running") return "Import en cours";
  return "Import impossible";
}

std::string last_in_words(const json::Object& last) {
  std::string text = outcome_in_words(last) + ".\n  Source : " + json::string_or(last, "from") + "\n  " +
                     counted(number(last, "added"), "fiche ajoutée", "fiches ajoutées") + ", " +
                     counted(number(last, "changed"), "modifiée", "modifiées") + ", " +
                     counted(number(last, "same"), "inchangée", "inchangées") + ", " +
                     counted(number(last, "gone"), "retirée", "retirées") + ", " +
                     std::to_string(number(last, "failed")) + " en erreur.\n";
  if (const json::Array* failures = json::find_array(last, "failures")) {
    for (const json::Value& each : *failures)
      text += "  " + json::string_or(each.as_object(), "file") + " : " + json::string_or(each.as_object(), "message") +
              "\n";
  }
  return text;
}

std::string counts_in_words(const json::Object& status) {
  return "Fiches présentes : " + std::to_string(number(status, "particuliers")) + " pour les particuliers, " +
         std::to_string(number(status, "professionnels")) + " pour les professionnels, " +
         std::to_string(number(status, "associations")) + " pour les associations.\n";
}

}  // namespace

Result<Outcome> run_sheets_import(Invocation& invocation) {
  const Input& input = invocation.input;
  const Stopwatch stopwatch;
  const auto begun = invocation.call("sheets.import", {{"from", absolute_source(input.value("--from"))},
                                                       {"audience", input.value("--audience")},
                                                       {"force", input.has("--force")}});
  if (!begun) return fail(begun.error());
  auto status = follow_import(invocation);
  if (!status) return fail(status.error());
  (*status)["seconds"] = stopwatch.seconds();
  const json::Object* last = json::find_object(*status, "last");
  if (last == nullptr) return fail(ErrorKind::unavailable, "request.failed");
  const std::string outcome = json::string_or(*last, "outcome");
  const bool is_well = (outcome == "done" || outcome == "unchanged") && number(*last, "failed") == 0;
  char time[32];
  std::snprintf(time, sizeof time, "Durée : %.1f s.\n", stopwatch.seconds());
  std::string text = last_in_words(*last) + counts_in_words(*status) + time;
  return Outcome{std::move(*status), std::move(text), is_well ? 0 : 1};
}

Result<Outcome> run_sheets_status(Invocation& invocation) {
  const auto status = invocation.call("sheets.status", {});
  if (!status) return fail(status.error());
  const json::Object& object = status->as_object();
  std::string text = counts_in_words(object);
  const json::Object* last = json::find_object(object, "last");
  if (last == nullptr) return Outcome{*status, text + "Aucun import pour le moment.\n"};
  const Instant started{number(*last, "started_at")};
  text += "Dernier import, le " + to_french(started) + " : " + last_in_words(*last);
  return Outcome{*status, std::move(text)};
}

}  // namespace clocher::api::commands
