// Writes one line per deliberation.
#include "tenants/site/act_table.hpp"

#include "tenants/site/act_subject.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::string_view header =
    "COLL_NOM,COLL_SIRET,DELIB_ID,DELIB_DATE,DELIB_MATIERE_CODE,DELIB_MATIERE_NOM,DELIB_OBJET,BUDGET_ANNEE,BUDGET_NOM,"
    "PREF_ID,PREF_DATE,VOTE_EFFECTIF,VOTE_REEL,VOTE_POUR,VOTE_CONTRE,VOTE_ABSTENTION,DELIB_URL\r\n";

// OWASP: =, +, -, @, tab and line ends begin a formula in spreadsheets.
std::string harmless(std::string_view text) {
  const bool is_formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
  return (is_formula ? "'" : "") + std::string(text);
}

std::string cell(std::string_view text) {
  const std::string safe = harmless(text);
  if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
  std::string quoted = "\"";
  for (const char c : safe) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + "\"";
}

std::string date_cell(const std::optional<Date>& date) { return date ? to_iso(*date) : ""; }

std::string vote_cells(const std::optional<ActVotes>& votes) {
  if (!votes) return ",,,,";
  return std::to_string(votes->members) + "," + std::to_string(votes->present) + "," +
         std::to_string(votes->in_favour) + "," + std::to_string(votes->against) + "," +
         std::to_string(votes->abstained);
}

}  // namespace

std::string deliberations_csv(const std::vector<Act>& acts, std::string_view commune_name, std::string_view siret,
                              std::string_view site_url) {
  std::vector<const Act*> chosen;
  for (const Act& act : acts) {
    if (act.kind == ActKind::deliberation && act.state == ActState::published && !act.replaced_by)
      chosen.push_back(&act);
  }
  std::ranges::sort(chosen, {}, [](const Act* act) { return std::pair(*act->text.decided_on, act->id.value); });
  std::string csv(header);
  for (const Act* act : chosen) {
    const ActText& text = act->text;
    csv += cell(commune_name) + "," + std::string(siret) + "," + cell(text.number) + "," + date_cell(text.decided_on) +
           "," + text.subject_code + "," + cell(subject_path(text.subject_code, text.subject_label)) + "," +
           cell(text.object) + "," + text.budget_year + "," + cell(text.budget_name) + "," + cell(text.prefecture_id) +
           "," + date_cell(text.prefecture_on) + "," + vote_cells(text.votes) + "," + std::string(site_url) +
           path_of(*act) + "\r\n";
  }
  return csv;
}

}  // namespace clocher::tenants
