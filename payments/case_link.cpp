// The way from a case to its debt and back is the origin: procedure, "dossier:12".
#include "payments/case_link.hpp"

#include "core/base/id.hpp"
#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "tenants/dossiers/case_payment.hpp"
#include "tenants/people/address.hpp"

namespace clocher::payments {
namespace {

constexpr std::string_view prefix = "dossier:";
const tenants::Actor system_actor{tenants::ActorKind::system, "démarche"};

std::string key_of(Id<dossiers::Dossier> id) { return std::string(prefix) + std::to_string(id.value); }

// What a debt can hold of a case: lines of 200 characters, an address that mail reaches.
std::string clipped(std::string text) {
  while (length_in_characters(text) > 200) {
    while ((static_cast<unsigned char>(text.back()) & 0xC0U) == 0x80U) text.pop_back();  // the tail of a character
    text.pop_back();
  }
  return text;
}

std::string good_address(const std::string& email) { return tenants::is_mail_address(email) ? email : ""; }

std::optional<Id<Regie>> collector_of(db::ReadTx& tx, std::string_view product) {
  for (const Regie& regie : list_regies(tx)) {
    const RegieProduct* found = regie.closed_at ? nullptr : regie.find_product(product);
    if (found != nullptr && !found->is_withdrawn) return regie.id;
  }
  return std::nullopt;
}

bool owe(db::Tx& tx, const dossiers::CasePayment& payment, Instant now) {
  const auto regie = collector_of(tx, payment.product);
  const auto dossier = dossiers::find_dossier(tx, payment.dossier_id);
  if (!regie || !dossier) return false;
  const auto debt = create_debt(tx, system_actor,
                                {.regie_id = *regie,
                                 .product = payment.product,
                                 .origin = DebtOrigin::procedure,
                                 .origin_key = key_of(payment.dossier_id),
                                 .debtor = {.name = clipped(dossier->applicant_name), .email = good_address(dossier->applicant_email)},
                                 .object = clipped(dossier->reference + ", " + dossier->procedure_title),
                                 .amount = payment.amount},
                                now);
  if (!debt) {
    log::warning("case.payment_refused", {{"dossier", payment.dossier_id.value}, {"key", debt.error().key}});
    return false;
  }
  dossiers::name_payment(tx, payment.dossier_id, debt->reference, "/paiements/" + debt->page_key);
  return true;
}

bool hear_of_debt(db::Tx& tx, const dossiers::CasePayment& payment, Instant now) {
  const auto debt = find_debt_by_reference(tx, payment.reference);
  if (!debt || debt->state != DebtState::paid) return false;
  dossiers::note_paid(tx, payment.dossier_id, now);
  return true;
}

}  // namespace

int sync_cases(tenants::Tenant& tenant, Instant now) {
  const auto work = [&](db::Tx& tx) {
    int moved = 0;
    for (const dossiers::CasePayment& payment : dossiers::awaited_payments(tx))
      moved += (payment.reference.empty() ? owe(tx, payment, now) : hear_of_debt(tx, payment, now)) ? 1 : 0;
    return moved;
  };
  // A write that changes nothing would wake the rounds again: first a look whether there is something to do.
  const bool has_work = tenant.read([](db::ReadTx& tx) {
    return tx.number(
               "SELECT COUNT(*) FROM case_payment c LEFT JOIN debt d ON d.reference = c.reference WHERE c.paid_at IS NULL AND ((c.reference "
               "= '' AND EXISTS (SELECT 1 FROM regie_product p JOIN regie r ON r.id = p.regie_id WHERE p.code = c.product AND "
               "p.withdrawn_at IS NULL AND r.closed_at IS NULL)) OR d.state = 'paid')") > 0;
  });
  return has_work ? tenant.write_private(work) : 0;
}

void tell_case(db::Tx& tx, const Settlement& settlement, Instant now) {
  if (settlement.debt.origin != DebtOrigin::procedure || settlement.debt.state != DebtState::paid) return;
  const std::string_view key = settlement.debt.origin_key;
  if (!key.starts_with(prefix)) return;
  if (const auto id = parse_id<dossiers::Dossier>(key.substr(prefix.size()))) dossiers::note_paid(tx, *id, now);
}

}  // namespace clocher::payments
