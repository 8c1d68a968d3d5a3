// What an agent does with a dossier.
#include "tenants/dossiers/instruct.hpp"

#include "core/base/text.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/transitions.hpp"

namespace clocher::dossiers {
namespace {

Failure not_found() { return fail(ErrorKind::not_found, "dossier.not_found"); }

Result<std::string> check_reason(std::string_view reason, const Transition& transition) {
  std::string text(trim(reason));
  if (text.empty() && transition.reason == Reason::required) return fail_field("reason", "transition.reason_required");
  if (length_in_characters(text) > longest_reason_characters) {
    return fail_field("reason", "input.too_long", {{"maximum", std::to_string(longest_reason_characters)}});
  }
  return text;
}

}  // namespace

Result<void> mark_read(tenants::Tenant& tenant, const tenants::Actor& agent, Id<Dossier> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<void> {
    const auto dossier = find_dossier(tx, id);
    if (!dossier) return not_found();
    if (dossier->read_at) return {};
    tx.run("UPDATE dossier SET read_at = ? WHERE id = ?", now, id);
    tenants::append_event(tx, agent, {"dossier", id.value}, "dossier.read", "", now);
    return {};
  });
}

Result<Message> reply(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent, Id<Dossier> id,
                      std::string_view body, Instant now) {
  const auto text = check_message(body);
  if (!text) return fail(text.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<Message> {
    const auto dossier = find_dossier(tx, id);
    if (!dossier) return not_found();
    if (is_final(dossier->state)) return fail(ErrorKind::conflict, "dossier.final");
    Message message = insert_message(tx, agent, id, *text, now);
    enqueue_message_notice(tx, tenant.identity(), texts, *dossier, agent.name, now);
    return message;
  });
}

Result<Dossier> change_state(tenants::Tenant& tenant, const tenants::Texts& texts, const tenants::Actor& agent,
                             const StateChange& change, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Dossier> {
    auto dossier = find_dossier(tx, change.id);
    if (!dossier) return not_found();
    const Transition* transition = find_transition(dossier->state, change.to, Mover::agent);
    if (transition == nullptr) {
      const auto label = [&](State state) {
        return texts.catalogue.text("state." + std::string(to_string(state)) + ".label");
      };
      return fail(ErrorKind::conflict, "transition.not_allowed",
                  {{"from", label(dossier->state)}, {"to", label(change.to)}});
    }
    const auto reason = check_reason(change.reason, *transition);
    if (!reason) return fail(reason.error());
    set_state(tx, agent, *dossier, change.to, now);
    if (change.to == State::waiting_for_resident) {
      const auto asked = describe_correction(tx, *dossier, change.correction, now);
      if (!asked) return fail(asked.error());
    }
    if (!reason->empty()) static_cast<void>(insert_message(tx, agent, change.id, *reason, now));
    enqueue_state_notice(tx, tenant.identity(), texts, *dossier, agent.name, *reason, now);
    return std::move(*dossier);
  });
}

}  // namespace clocher::dossiers
