// SQL of the audit journal.
#include "tenants/journal/event.hpp"

namespace clocher::tenants {
namespace {

std::string_view to_string(ActorKind kind) {
  switch (kind) {
    case ActorKind::resident: return "resident";
    case ActorKind::agent: return "agent";
    case ActorKind::operator_: return "operator";
    case ActorKind::system: return "system";
  }
  return "system";
}

}  // namespace

void append_event(db::Tx& tx, const Actor& actor, Subject subject, std::string_view verb, std::string_view details,
                  Instant now) {
  tx.run(
      "INSERT INTO journal_event (at, actor_kind, actor_name, subject, subject_id, verb, details) VALUES (?, ?, ?, ?, "
      "?, ?, ?)",
      now, to_string(actor.kind), actor.name, subject.kind, subject.id, verb, details);
}

std::vector<Event> events_of(db::ReadTx& tx, Subject subject) {
  return tx.all(
      "SELECT at, actor_kind, actor_name, verb, details FROM journal_event WHERE subject = ? AND subject_id = ? ORDER "
      "BY id",
      [](const db::Row& row) {
        return Event{row.instant(0), row.text(1), row.text(2), row.text(3), row.text(4)};
      },
      subject.kind, subject.id);
}

}  // namespace clocher::tenants
