// How long a decided case is kept: its procedure says it, agents are warned a month before, then nobody can be named by it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace clocher::dossiers {

inline constexpr int retention_warning_days = 30;
inline constexpr int longest_kept_years = 100;

// The day after which it is forgotten: retention_months of its procedure after the decision, or the day to which agents
// keep it longer (archives: Code du patrimoine L212-2). Nothing while it is open.
[[nodiscard]] std::optional<Date> forgotten_after(db::ReadTx& tx, const Dossier& dossier);

// The day to which agents keep it, if they do.
[[nodiscard]] std::optional<Date> kept_until(db::ReadTx& tx, Id<Dossier> id);

// Not forgotten before that day. Errors: not_found dossier.not_found; conflict retention.forgotten; invalid kept_until
// retention.date ("" ends it).
[[nodiscard]] Result<void> keep_until(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id,
                                      std::string_view day, Instant now);

// Without the person, the answers, the messages and the files; what remains is counted. The journal keeps deeds and
// moments, not the resident's name.
void forget(db::Tx& tx, const Dossier& dossier, Instant now);
// Nothing remains but a count.
void erase(db::Tx& tx, const Dossier& dossier);

struct RetentionRound {
  std::int64_t warned = 0;
  std::int64_t forgotten = 0;
};

// Warns, and a month after the warning at the earliest forgets or erases as the procedure says. Doing it twice is harmless.
RetentionRound keep_retention(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now);

}  // namespace clocher::dossiers
