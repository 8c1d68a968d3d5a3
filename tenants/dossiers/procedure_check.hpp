// Whether the procedures of a commune still do what they promise.
#pragma once

#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/tenant.hpp"

#include <vector>

namespace clocher::dossiers {

struct CheckedProcedure {
  forms::Procedure procedure;
  TestReport report;
};

// Plays the tests of each procedure, as it is published now. Changes nothing in the commune.
[[nodiscard]] std::vector<CheckedProcedure> test_procedures(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                                            const tenants::Texts& texts);

// Plays again what this program has not played yet, and keeps how it went: after an upgrade, and for a new revision. `program` names
// the version. How many procedures fail now.
std::int64_t check_procedures(tenants::Tenant& tenant, Rehearsal& rehearsal, const tenants::Texts& texts,
                              std::string_view program, Instant now);

}  // namespace clocher::dossiers
