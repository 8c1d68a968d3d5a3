// Publishing a procedure that a commune wrote or changed: only when its own tests pass.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <string_view>

namespace clocher::dossiers {

// Reads, plays its tests, then publishes: a new procedure, or the next revision of the one with the same slug.
// Errors: those of parse_definition; invalid procedure.tests_failed {count} with one field "tests" for each that failed, its
// reason in procedure.test_failed {test, reason}.
[[nodiscard]] Result<forms::Procedure> publish_procedure(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                                         const tenants::Actor& actor, std::string_view text,
                                                         Instant now);

}  // namespace clocher::dossiers
