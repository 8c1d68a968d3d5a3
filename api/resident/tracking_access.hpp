// Who may read a dossier from this browser: a signed cookie of two hours, good for one dossier of one commune.
#pragma once

#include "api/context.hpp"
#include "tenants/dossiers/dossier.hpp"

#include <optional>

namespace clocher::api::resident {

void grant_tracking(const Context& context, Id<dossiers::Dossier> dossier, http::Response& response);
void revoke_tracking(const Context& context, http::Response& response);

// The dossier that this browser was let into, or nothing.
[[nodiscard]] std::optional<Id<dossiers::Dossier>> tracked_dossier(const Context& context);

}  // namespace clocher::api::resident
