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

}  // namespace clocher::dossiers
