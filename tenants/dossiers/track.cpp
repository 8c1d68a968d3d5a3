// What a resident does with a dossier that was sent.
#include "tenants/dossiers/track.hpp"

#include "core/security/crypto.hpp"
#include "core/security/token.hpp"
#include "tenants/dossiers/conversation.hpp"
#include "tenants/dossiers/correction.hpp"
#include "tenants/dossiers/mails.hpp"
#include "tenants/dossiers/stored_file.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/people/address.hpp"

namespace clocher::dossiers {
namespace {

tenants::Actor resident_of(const Dossier& dossier) { return {tenants::ActorKind::resident, dossier.applicant_name}; }

}  // namespace

Result<Dossier> find_for_resident(tenants::Tenant& tenant, std::string_view code, std::string_view email) {
  const auto canonical = security::normalize_code(code);
  if (!canonical) return fail(ErrorKind::not_found, "tracking.not_found");
  auto dossier = tenant.read([&](db::ReadTx& tx) { return find_by_tracking_code(tx, *canonical); });
  if (!dossier || !security::equal_in_constant_time(dossier->applicant_email, tenants::normalize_mail_address(email))) {
    return fail(ErrorKind::not_found, "tracking.not_found");
  }
  return std::move(*dossier);
}

Result<Message> answer(tenants::Tenant& tenant, const tenants::Texts& texts, const ResidentMessage& message,
                       Instant now) {
  const auto text = check_message(message.body);
  if (!text) return fail(text.error());
  const std::vector<StoredFile> files = store_files(tenant, message.files);
  return tenant.write_private([&](db::Tx& tx) -> Result<Message> {
    auto dossier = find_dossier(tx, message.id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    if (is_final(dossier->state)) return fail(ErrorKind::conflict, "dossier.final");
    Message sent = insert_message(tx, resident_of(*dossier), message.id, *text, now);
    for (const StoredFile& file : files) {
      static_cast<void>(insert_attachment(tx, {.dossier = message.id, .message = sent.id}, file, now));
    }
    // Where answers are to be corrected, a message alone does not correct them.
    const bool is_enough = !open_correction(tx, message.id);
    if (is_enough && find_transition(dossier->state, State::in_progress, Mover::resident_message) != nullptr) {
      set_state(tx, resident_of(*dossier), *dossier, State::in_progress, now);
    }
    enqueue_answer_notice(tx, tenant.identity(), texts, *dossier, now);
    return sent;
  });
}

Result<Dossier> withdraw(tenants::Tenant& tenant, Id<Dossier> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<Dossier> {
    auto dossier = find_dossier(tx, id);
    if (!dossier) return fail(ErrorKind::not_found, "dossier.not_found");
    if (dossier->state == State::withdrawn) return std::move(*dossier);
    if (find_transition(dossier->state, State::withdrawn, Mover::resident) == nullptr) {
      return fail(ErrorKind::conflict, "withdraw.not_allowed");
    }
    set_state(tx, resident_of(*dossier), *dossier, State::withdrawn, now);
    return std::move(*dossier);
  });
}

}  // namespace clocher::dossiers
