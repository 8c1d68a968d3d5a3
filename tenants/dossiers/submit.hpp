// From a complete draft to a dossier: committed before the answer, receipt on its way, twice is harmless.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

namespace clocher::dossiers {

// One transaction: the dossier with its reference and code, its files, its journal event, the electronic receipt
// (CRPA L112-11) and the notice to the agents in the outbox. A draft already sent gives its dossier again.
// Errors: conflict procedure.closed, procedure.not_yet, procedure.ended, procedure.full, procedure.once
// (forms/availability.hpp); invalid draft.incomplete {step} with the id of the first incomplete step; not_found draft.gone.
[[nodiscard]] Result<Dossier> submit(tenants::Tenant& tenant, const tenants::Texts& texts, Id<Draft> draft,
                                     Instant now);

}  // namespace clocher::dossiers
