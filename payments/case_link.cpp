// The way from a case to its debt and back is the origin: procedure, "dossier:12".
#include "payments/case_link.hpp"

#include "core/base/id.hpp"
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

// What the case owes, when somebody can collect it now.
std::optional<NewDebt> debt_of(db::ReadTx& tx, const dossiers::CasePayment& payment) {
  const auto regie = collector_of(tx, payment.product);
  const auto dossier = dossiers::find_dossier(tx, payment.dossier_id);
  if (!payment.reference.empty() || !regie || !dossier) return std::nullopt;
  NewDebt debt{.regie_id = *regie,
               .product = payment.product,
               .origin = DebtOrigin::procedure,
               .origin_key = key_of(payment.dossier_id),
               .debtor = {.name = clipped(dossier->applicant_name), .email = good_address(dossier->applicant_email)},
               .object = clipped(dossier->reference + ", " + dossier->procedure_title),
               .amount = payment.amount};
  return check_debt(tx, debt).empty() ? std::optional(std::move(debt)) : std::nullopt;
}

bool is_paid(db::ReadTx& tx, const dossiers::CasePayment& payment) {
  const auto debt = payment.reference.empty() ? std::nullopt : find_debt_by_reference(tx, payment.reference);
  return debt && debt->state == DebtState::paid;
}

bool can_move(db::ReadTx& tx) {
  for (const dossiers::CasePayment& payment : dossiers::awaited_payments(tx)) {
    if (is_paid(tx, payment) || debt_of(tx, payment)) return true;
  }
  return false;
}

int move_all(db::Tx& tx, Instant now) {
  int moved = 0;
  for (const dossiers::CasePayment& payment : dossiers::awaited_payments(tx)) {
    if (is_paid(tx, payment)) {
      dossiers::note_paid(tx, payment.dossier_id, now);
    } else if (const auto input = debt_of(tx, payment)) {
      const Debt debt = create_debt(tx, system_actor, *input, now).value();
      dossiers::name_payment(tx, payment.dossier_id, debt.reference, "/paiements/" + debt.page_key);
    } else {
      continue;
    }
    ++moved;
  }
  return moved;
}

}  // namespace

// A write that changes nothing would wake the rounds that made it: looked at first.
int sync_cases(tenants::Tenant& tenant, Instant now) {
  if (!tenant.read(can_move)) return 0;
  return tenant.write_private([&](db::Tx& tx) { return move_all(tx, now); });
}

void tell_case(db::Tx& tx, const Settlement& settlement, Instant now) {
  if (settlement.debt.origin != DebtOrigin::procedure || settlement.debt.state != DebtState::paid) return;
  const std::string_view key = settlement.debt.origin_key;
  if (!key.starts_with(prefix)) return;
  if (const auto id = parse_id<dossiers::Dossier>(key.substr(prefix.size()))) dossiers::note_paid(tx, *id, now);
}

}  // namespace clocher::payments
