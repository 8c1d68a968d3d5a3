// What an association proposes with the form "proposer-un-evenement" becomes a draft of the agenda.
#pragma once

#include "tenants/dossiers/dossier.hpp"
#include "tenants/site/content.hpp"

namespace clocher::tenants {

inline constexpr std::string_view event_proposal_procedure = "proposer-un-evenement";

// "18 h 30", "18h30", "18:30", "9h": minutes after midnight.
[[nodiscard]] std::optional<int> parse_hour(std::string_view text);

// Hours that cannot be read are left out: the agent sees the words of the proposal beside the draft.
[[nodiscard]] NewContent event_of(const forms::Answers& answers);

// A draft; the same one when it is asked for again, as long as it is not in the bin. not_found dossier.not_found; conflict
// agenda.not_a_proposal for a dossier of another procedure.
[[nodiscard]] Result<Content> create_event_from(Tenant& tenant, const Actor& actor, Id<dossiers::Dossier> id,
                                                Instant now);

}  // namespace clocher::tenants
