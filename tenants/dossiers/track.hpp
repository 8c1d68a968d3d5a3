// What a resident does with a dossier that was sent: find it again, answer, withdraw.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <string_view>
#include <vector>

namespace clocher::dossiers {

// By tracking code (any spelling) and the e-mail that was given, "" when none was. not_found tracking.not_found: the same for a wrong code,
// a wrong address and a code of another commune. Throttling is the caller's.
[[nodiscard]] Result<Dossier> find_for_resident(tenants::Tenant& tenant, std::string_view code, std::string_view email);

struct ResidentMessage {
  Id<Dossier> id;
  std::string_view body;
  std::vector<forms::AcceptedFile> files;
};

// The dossier is unread again, the agents are told; one that waited for the resident is in progress again. Errors as for an
// agent's reply.
[[nodiscard]] Result<Message> answer(tenants::Tenant& tenant, const tenants::Texts& texts,
                                     const ResidentMessage& message, Instant now);

// conflict transition.not_allowed when it is decided already. Doing it twice is harmless.
[[nodiscard]] Result<Dossier> withdraw(tenants::Tenant& tenant, Id<Dossier> id, Instant now);

}  // namespace clocher::dossiers
