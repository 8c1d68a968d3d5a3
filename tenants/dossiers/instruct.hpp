// What an agent does with a dossier: read it, write to the resident, change its state.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <string_view>

namespace clocher::dossiers {

inline constexpr std::size_t longest_message_characters = 5000;
inline constexpr std::size_t longest_reason_characters = 2000;

// No longer unread. Opening it again changes nothing. not_found dossier.not_found.
[[nodiscard]] Result<void> mark_read(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id, Instant now);

// The message, and its notice to the resident in the outbox. Errors: not_found dossier.not_found; invalid body
// message.required, message.too_long {max}; conflict dossier.final when nothing more can be said.
[[nodiscard]] Result<Message> reply(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent,
                                    Id<Dossier> id, std::string_view body, Instant now);

struct StateChange {
  Id<Dossier> id;
  State to = State::in_progress;
  std::string_view reason;  // becomes a message to the resident; required when the table says so
  CorrectionRequest correction = {};  // of a move to waiting_for_resident
};

// Errors: not_found dossier.not_found; conflict transition.not_allowed {from, to}; invalid reason transition.reason_required,
// input.too_long; invalid fields, answer_before as describe_correction.
[[nodiscard]] Result<Dossier> change_state(tenants::Tenant& tenant, const tenants::Texts& texts,
                                           const tenants::Actor& agent, const StateChange& change, Instant now);

}  // namespace clocher::dossiers
