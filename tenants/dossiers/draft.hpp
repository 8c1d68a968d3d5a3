// What a resident has typed so far: kept at each step and while it is typed, found again by the browser's token or a code
// (draft_code.hpp).
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/answers.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/forms/step.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

struct Draft {
  Id<Draft> id;
  Id<forms::Procedure> procedure_id;
  std::int64_t procedure_revision = 0;
  forms::Answers answers;
  std::optional<Id<Dossier>> dossier_id;  // set once it was sent
  Instant updated_at;
  Instant expires_at;
  std::string attempt = {};  // see attempt.hpp
};

// Random token for the browser's cookie; only its digest is stored.
struct StartedDraft {
  Draft draft;
  std::string token;
};

// On the procedure's current revision. conflict procedure.closed; dates and quota do not keep anyone from keeping answers.
[[nodiscard]] Result<StartedDraft> start_draft(tenants::Tenant& tenant, const forms::Procedure& procedure,
                                               std::int64_t kept_seconds, Instant now);

// The live draft of this procedure behind a token: not sent, not expired.
[[nodiscard]] std::optional<Draft> find_draft(db::ReadTx& tx, Id<forms::Procedure> procedure, std::string_view token,
                                              Instant now);
// The dossier that this token's draft became: shown again when "send" is pressed twice.
[[nodiscard]] std::optional<Id<Dossier>> find_sent(db::ReadTx& tx, Id<forms::Procedure> procedure,
                                                   std::string_view token, Instant now);

// Keeps what a step said, valid or not, with its files: `reading.values` plus the accepted files, and the attempt when it
// is to be shown again. Durable when it returns.
// Saving moves the expiry. Throws DiskFull or db::StorageFull; conflict draft.sent when it was sent meanwhile;
// too_large draft.too_heavy {maximum} when its files weigh more than 50 MiB together.
[[nodiscard]] Result<Draft> save_step(tenants::Tenant& tenant, const Draft& draft, const forms::StepReading& reading,
                                      std::int64_t kept_seconds, Instant now);

// Keeps what is typed at a step and was not sent yet (`reading.raw`): no answer, no error. Durable when it returns. Saving moves
// the expiry; conflict draft.sent.
[[nodiscard]] Result<void> keep_typed(tenants::Tenant& tenant, const Draft& draft, const forms::StepReading& reading,
                                      std::int64_t kept_seconds, Instant now);

// Forgets the draft and its files' rows.
void discard_draft(tenants::Tenant& tenant, Id<Draft> id);

// Drops expired drafts, then the files that no row names any more and that are a day old (a younger one may be on its way
// into a row). How many drafts.
std::int64_t purge_drafts(tenants::Tenant& tenant, Instant now);

}  // namespace clocher::dossiers
