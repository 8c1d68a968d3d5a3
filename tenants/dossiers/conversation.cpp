// SQL that writes messages and states.
#include "tenants/dossiers/conversation.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/callbacks.hpp"
#include "tenants/dossiers/case_text.hpp"
#include "tenants/dossiers/clocks.hpp"
#include "tenants/dossiers/identity_document.hpp"
#include "tenants/dossiers/instruct.hpp"

namespace clocher::dossiers {

Result<std::string> check_message(std::string_view body) {
  std::string text(trim(body));
  if (text.empty()) return fail_field("body", "message.required");
  if (length_in_characters(text) > longest_message_characters) {
    return fail_field("body", "message.too_long", {{"max", std::to_string(longest_message_characters)}});
  }
  return text;
}

Message insert_message(db::Tx& tx, const tenants::Actor& author, Id<Dossier> id, std::string_view body, Instant now) {
  const bool from_resident = author.kind == tenants::ActorKind::resident;
  Message message{{}, from_resident, author.name, std::string(body), now};
  message.id.value =
      tx.insert("INSERT INTO message (dossier_id, author_kind, author_name, body, created_at) VALUES (?, ?, ?, ?, ?)",
                id, from_resident ? "resident" : "agent", author.name, body, now);
  tx.run(
      "UPDATE dossier SET updated_at = ?, read_at = CASE WHEN ? THEN NULL ELSE COALESCE(read_at, ?) END WHERE id = ?",
      now, from_resident, now, id);
  index_case(tx, id);
  tenants::append_event(tx, author, {"dossier", id.value}, "dossier.message", "", now);
  call_back_message(tx, id, message, now);
  return message;
}

void set_state(db::Tx& tx, const tenants::Actor& actor, Dossier& dossier, State to, Instant now) {
  move_clocks(tx, actor, dossier, to, now);
  dossier.state = to;
  dossier.updated_at = now;
  tx.run("UPDATE dossier SET state = ?, status = '', updated_at = ? WHERE id = ?", to_string(to), now, dossier.id);
  if (is_decision(to) && forget_identity_documents(tx, dossier.id) > 0)
    dossier.answers = find_dossier(tx, dossier.id).value().answers;
  tenants::append_event(tx, actor, {"dossier", dossier.id.value}, "dossier.state_changed", to_string(to), now);
  call_back(tx, dossier.id, "case.state_changed", now);
}

}  // namespace clocher::dossiers
