// Rows of receipts at the counter, for the verbs that write them.
#pragma once

#include "payments/desk/receipt.hpp"

#include <optional>
#include <string_view>

namespace clocher::payments::desk {

void insert_receipt(db::Tx& tx, const LedgerLine& line, Id<TillDay> day, const NewReceipt& input);
void put_on_bordereau(db::Tx& tx, const Receipt& receipt, Id<Bordereau> bordereau);
// A key that another régie used is not found: its row would refuse the insert.
[[nodiscard]] std::optional<Receipt> find_receipt_by_key(db::ReadTx& tx, Id<Regie> regie, std::string_view request_key);

}  // namespace clocher::payments::desk
