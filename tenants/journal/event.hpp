// The audit journal: who did what, when. Appended in the transaction of the deed, never changed.
#pragma once

#include "core/base/clock.hpp"
#include "core/db/database.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class ActorKind { resident, agent, operator_, system };

struct Actor {
  ActorKind kind = ActorKind::system;
  std::string name;  // shown to agents: "Claire Morel", "habitant", "exploitant"
};

struct Event {
  Instant at;
  std::string actor_kind;
  std::string actor_name;
  std::string verb;     // "dossier.submitted": the catalogue holds its French sentence under "event.<verb>"
  std::string details;  // free text of that verb: a state, a reason, a file name
};

// What an event is about, e.g. {"dossier", 12}.
struct Subject {
  std::string_view kind;
  std::int64_t id = 0;
};

void append_event(db::Tx& tx, const Actor& actor, Subject subject, std::string_view verb, std::string_view details,
                  Instant now);

[[nodiscard]] std::vector<Event> events_of(db::ReadTx& tx, Subject subject);  // oldest first

}  // namespace clocher::tenants
