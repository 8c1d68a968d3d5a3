// What other systems are told of a case, put into the outbox in the transaction of the fact.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"

#include <string_view>

namespace clocher::dossiers {

// To each webhook of the case's procedure that listens to `event` (see tenants::webhook_events). Cheap when there is none. Of the
// person only what the webhook's detail lets out; a message's text with the answers, files never.
void call_back(db::Tx& tx, Id<Dossier> id, std::string_view event, Instant now);
void call_back_message(db::Tx& tx, Id<Dossier> id, const Message& message, Instant now);

}  // namespace clocher::dossiers
