// A request entered for somebody else: through which channel, by whom, and what allows it. The person may have no e-mail address:
// the receipt is then printed and handed over, and the tracking code alone opens the request.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

enum class Channel { counter, phone, letter, france_services };
// What allows it: the person is there, agreed by word, or signed a mandate (code civil, article 1984).
enum class Mandate { present, spoken, written };

// Catalogue keys: "assistance.channel.<name>" and "assistance.mandate.<name>".
[[nodiscard]] std::string_view to_string(Channel channel);
[[nodiscard]] std::string_view to_string(Mandate mandate);

struct Assistance {
  Channel channel = Channel::counter;
  Mandate mandate = Mandate::present;
  std::string helper;  // "Claire Morel", or the adviser that an agent names
  Instant started_at;
};

// As typed; errors are on the fields.
struct AssistanceInput {
  std::string channel;
  std::string mandate;
  std::string helper;  // "" for the agent
};

// A draft that its first browser holds, and the note of who fills it. conflict procedure.closed; invalid channel, mandate, helper.
[[nodiscard]] Result<StartedDraft> start_assisted(tenants::Tenant& tenant, const tenants::Actor& agent,
                                                  const forms::Procedure& procedure, const AssistanceInput& input,
                                                  std::int64_t kept_seconds, Instant now);

[[nodiscard]] std::optional<Assistance> assistance_of(db::ReadTx& tx, Id<Draft> draft);
[[nodiscard]] std::optional<Assistance> assistance_of(db::ReadTx& tx, Id<Dossier> dossier);

// Of the same transaction that makes the dossier.
void move_assistance(db::Tx& tx, Id<Draft> draft, Id<Dossier> dossier);

// The definition that a draft follows: where somebody helps, the e-mail address may be left out.
[[nodiscard]] forms::Definition definition_for(db::ReadTx& tx, Id<Draft> draft, Id<forms::Procedure> procedure,
                                               std::int64_t revision);

}  // namespace clocher::dossiers
