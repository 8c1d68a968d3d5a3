// The proof that an act stayed online: a daily look at every file, written down for good, and what it shows.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "tenants/site/act.hpp"
#include "tenants/tenant.hpp"

#include <string>
#include <vector>

namespace clocher::tenants {

// Once a day of French time at most: every file of an act online is there and has the hash that was published. Each round
// is a row that names the one before by its hash. Nothing is written when the clock runs behind the last round, or when
// no act is online. Gives how many files were missing or altered.
std::int64_t check_acts(Tenant& tenant, Instant now);

struct DayRange {
  Date first;
  Date last;
};

enum class ActFault { missing, altered };
struct ActFaultSeen {
  Instant at;
  ActFault fault;
};

// What the checks say of one act, from its publication to its withdrawal or until now.
struct ActProof {
  Instant since;
  Instant until;
  bool is_still_online = false;
  std::int64_t checks = 0;     // after the one of the publication itself
  std::vector<DayRange> gaps;  // days without any check: nothing is known of them; today is none yet
  std::vector<ActFaultSeen> faults;
  bool chain_is_whole = true;  // no row of the checks was changed or taken out
  [[nodiscard]] bool is_continuous() const { return gaps.empty() && faults.empty() && chain_is_whole; }
};

// Of an act that was published; throws std::logic_error for a draft.
[[nodiscard]] ActProof prove_publication(db::ReadTx& tx, const Act& act, Instant now);

// Every hash computed again, from the first row on.
[[nodiscard]] bool chain_is_whole(db::ReadTx& tx);

}  // namespace clocher::tenants
