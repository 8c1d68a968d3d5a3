// The table of the kinds of acts.
#include "tenants/site/act_kind.hpp"

#include <array>
#include <stdexcept>

namespace clocher::tenants {
namespace {

constexpr auto free = Need::optional;
constexpr auto must = Need::mandatory;

// kind, key, label, plural, number, author, subject, meeting
constexpr std::array<ActKindInfo, 8> table = {{
    {ActKind::deliberation, "deliberation", "Délibération", "Délibérations", must, free, must, must},
    {ActKind::arrete, "arrete", "Arrêté", "Arrêtés", must, must, free, free},
    {ActKind::decision, "decision", "Décision", "Décisions", must, free, free, free},
    {ActKind::proces_verbal, "proces_verbal", "Procès-verbal", "Procès-verbaux", free, free, free, must},
    {ActKind::ordre_du_jour, "ordre_du_jour", "Convocation et ordre du jour", "Convocations et ordres du jour", free,
     free, free, must},
    {ActKind::liste_deliberations, "liste_deliberations", "Liste des délibérations", "Listes des délibérations", free,
     free, free, must},
    {ActKind::budget, "budget", "Document budgétaire", "Documents budgétaires", free, free, free, free},
    {ActKind::autre, "autre", "Autre acte", "Autres actes", free, free, free, free},
}};

}  // namespace

std::span<const ActKindInfo> act_kinds() { return table; }

const ActKindInfo& info_of(ActKind kind) {
  for (const ActKindInfo& info : table) {
    if (info.kind == kind) return info;
  }
  throw std::logic_error("act: a kind without a row");
}

std::optional<ActKind> parse_act_kind(std::string_view key) {
  for (const ActKindInfo& info : table) {
    if (info.key == key) return info.kind;
  }
  return std::nullopt;
}

}  // namespace clocher::tenants
