// What a request waits for: an amount, a reference, an address. Who collects it (payments) names it and says when it is paid; nothing
// of that is known here.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/money.hpp"
#include "core/db/database.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/forms/payment_rule.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::dossiers {

struct CasePayment {
  Id<Dossier> dossier_id;
  std::string product;
  Money amount;
  std::string reference;  // "" until it is named
  std::string path;       // of the page where it is paid; "" until then
  Instant asked_at;
  std::optional<Instant> paid_at = {};
};

// In the transaction of the submission. Nothing when the amount is zero.
void await_payment(db::Tx& tx, const Dossier& dossier, const forms::PaymentRule& rule, Instant now);

[[nodiscard]] std::optional<CasePayment> payment_of(db::ReadTx& tx, Id<Dossier> id);
[[nodiscard]] std::vector<CasePayment> awaited_payments(db::ReadTx& tx);  // not paid: those without a name, then the newest; at most 1000

void name_payment(db::Tx& tx, Id<Dossier> id, std::string_view reference, std::string_view path);
// The case goes on: its history says so and it stands unread in the inbox. Twice is harmless.
void note_paid(db::Tx& tx, Id<Dossier> id, Instant now);

}  // namespace clocher::dossiers
