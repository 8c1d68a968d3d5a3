// Money taken at the counter: in cash, by cheque, card terminal, CESU, holiday voucher or transfer, for a debt or without one.
#pragma once

#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "payments/desk/till_day.hpp"
#include "payments/ledger.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::desk {

struct Bordereau;

struct NewReceipt {
  std::string request_key = {};  // made by the screen: the same one gives the same receipt back
  Id<Regie> regie_id = {};
  Means means = Means::cash;
  Money amount = {};
  std::optional<Id<Debt>> debt_id = {};
  std::string product = {};      // without a debt; a debt has its own
  std::string label = {};        // what was sold: "2 tickets de piscine"; never a name, it goes into the ledger
  std::string payer = {};        // "" when nobody asks
  std::string bank = {};         // of a cheque
  std::string document = {};     // number of the cheque or of the card's ticket
  std::int64_t piece_count = 0;  // of vouchers
};

struct Receipt {
  LedgerLine line;
  std::string number;  // "R2-2026-000123"
  Id<TillDay> till_day_id;
  Means means = Means::cash;
  std::string product_label;
  std::string debt_reference;  // "" without a debt
  std::string payer, bank, document;
  std::int64_t piece_count = 0;
  std::optional<Id<Bordereau>> bordereau_id = {};
  std::optional<std::string> corrected = {};  // why, when its line was undone
};

struct Taken {
  Receipt receipt;
  bool is_over_ceiling = false;  // the till now holds more cash than the act allows: pour it
};

// Conflicts: regie.is_closed, till.is_closed (nothing is taken before the day is open), till.day_passed {day} (close it first),
// receipt.means_forbidden (the act does not allow it), receipt.debt_cancelled, receipt.more_than_owed {remaining}.
// not_found: regie.unknown, debt.not_found (also of another régie). invalid with the field: amount receipt.amount,
// product receipt.product, document receipt.cheque, piece_count receipt.pieces, request_key receipt.key, input.too_long.
[[nodiscard]] Result<Taken> take_payment(tenants::Tenant& tenant, const tenants::Actor& actor, const NewReceipt& input,
                                         Instant now);

// Undone by a correcting line; its number stays used. not_found receipt.not_found; conflict till.is_closed, receipt.remitted,
// ledger.is_corrected; invalid why ledger.why.
[[nodiscard]] Result<Receipt> correct_receipt(tenants::Tenant& tenant, const tenants::Actor& actor,
                                              std::int64_t ledger_number, std::string_view why, Instant now);

[[nodiscard]] std::optional<Receipt> find_receipt(db::ReadTx& tx, std::int64_t ledger_number);
[[nodiscard]] std::vector<Receipt> receipts_of_day(db::ReadTx& tx, Id<TillDay> day);  // newest first
// Neither undone nor on a bordereau yet; oldest first.
[[nodiscard]] std::vector<Receipt> receipts_to_remit(db::ReadTx& tx, Id<Regie> regie, Means means);
[[nodiscard]] std::vector<Receipt> receipts_of_bordereau(db::ReadTx& tx, Id<Bordereau> bordereau);

}  // namespace clocher::payments::desk
