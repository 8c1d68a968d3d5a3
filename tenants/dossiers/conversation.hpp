// SQL that writes messages and states: shared by what agents and residents do.
#pragma once

#include "core/base/result.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/journal/event.hpp"

#include <optional>
#include <string_view>

namespace clocher::dossiers {

// The cleaned text, or invalid on `body`: message.required, message.too_long {max}.
[[nodiscard]] Result<std::string> check_message(std::string_view body);

[[nodiscard]] Message insert_message(db::Tx& tx, const tenants::Actor& author, Id<Dossier> id, std::string_view body,
                                     Instant now);

// The state, what it does to the clocks and to identity documents (gone once it is decided), and the journal event; `details` is the new state's name.
void set_state(db::Tx& tx, const tenants::Actor& actor, Dossier& dossier, State to, Instant now);

}  // namespace clocher::dossiers
