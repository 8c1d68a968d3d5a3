// The kinds of acts a commune publishes, and what the law wants of each: a table.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace clocher::tenants {

enum class ActKind { deliberation, arrete, decision, proces_verbal, ordre_du_jour, liste_deliberations, budget, autre };

enum class Need { optional, mandatory };

struct ActKindInfo {
  ActKind kind;
  std::string_view key;     // in the database, the API and the addresses of searches
  std::string_view label;   // French, singular
  std::string_view plural;  // French
  Need number;
  Need author;   // first name, name and quality: CGCT R2131-1
  Need subject;  // ACTES code: SCDL deliberations wants it
  Need meeting;  // of the council
};

[[nodiscard]] std::span<const ActKindInfo> act_kinds();
[[nodiscard]] const ActKindInfo& info_of(ActKind kind);
[[nodiscard]] inline std::string_view to_string(ActKind kind) { return info_of(kind).key; }
[[nodiscard]] std::optional<ActKind> parse_act_kind(std::string_view key);

}  // namespace clocher::tenants
