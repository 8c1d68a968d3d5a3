// Publishing a procedure that a commune wrote or changed: only when its own tests pass.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <string_view>

namespace clocher::dossiers {

// Reads, plays its tests, then publishes: a new procedure, or the next revision of the one with the same slug.
// Errors: those of parse_definition; invalid procedure.tests_failed {count} with one field "tests" for each that failed, its
// reason in procedure.test_failed {test, reason}.
[[nodiscard]] Result<forms::Procedure> publish_procedure(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                                         const tenants::Actor& actor, std::string_view text,
                                                         Instant now);

// What was seen before it was published: a working copy, and the revision that it was compared with.
struct SeenWorkingCopy {
  std::string_view slug;
  std::int64_t version = 0;
  std::int64_t revision = 0;  // 0 when the procedure was never published
};

// Publishes the working copy, which is gone afterwards; requests under way keep their revision. Besides the errors above:
// not_found procedure.not_found; conflict procedure.nothing_to_publish, procedure.draft_stale when somebody saved since,
// procedure.revision_stale when somebody published since.
[[nodiscard]] Result<forms::Procedure> publish_working_copy(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                                            const tenants::Actor& actor, const SeenWorkingCopy& seen,
                                                            Instant now);

}  // namespace clocher::dossiers
