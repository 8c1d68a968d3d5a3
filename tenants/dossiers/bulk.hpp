// One deed on many cases: counted beforehand, done in the background case by case, what was refused is said with its reason.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace clocher::dossiers {

inline constexpr std::size_t most_bulk_cases = 1000;

// kind "assign": value is an agent's id, "0" for nobody; "label": adds value; "state": moves to value with the reason.
struct BulkAction {
  std::string kind;
  std::string value;
  std::string reason = {};
};

struct BulkPlan {
  std::int64_t possible = 0;
  std::vector<std::string> refused = {};  // references of cases that the deed does not fit, at most 20
  std::int64_t refused_count = 0;
};

struct BulkRefusal {
  std::string reference;
  std::string key;  // of the catalogue
};

struct BulkJob {
  Id<BulkJob> id;
  BulkAction action;
  std::vector<std::int64_t> waiting = {};
  std::int64_t total = 0;
  std::int64_t done = 0;
  std::vector<BulkRefusal> refused = {};
  std::string requested_by = {};
  std::optional<Instant> finished_at = {};
};

// What would happen now; changes nothing. Errors: invalid action bulk.action, reason transition.reason_required, ids bulk.ids.
[[nodiscard]] Result<BulkPlan> plan_bulk(tenants::Tenant& tenant, const BulkAction& action,
                                         const std::vector<std::int64_t>& ids);
// The same errors. The work begins within seconds.
[[nodiscard]] Result<BulkJob> start_bulk(tenants::Tenant& tenant, const tenants::Actor& agent, const BulkAction& action,
                                         const std::vector<std::int64_t>& ids, Instant now);
[[nodiscard]] std::optional<BulkJob> find_bulk(db::ReadTx& tx, Id<BulkJob> id);

// Goes on with every unfinished job, by the ordinary verbs. A stop in between loses no case; one may be asked twice,
// which the verbs make harmless.
void do_bulk_jobs(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now);

}  // namespace clocher::dossiers
