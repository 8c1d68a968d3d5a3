// SQL of receipts at the counter.
#include "payments/desk/receipt_store.hpp"

namespace clocher::payments::desk {
namespace {

// The row beside its line; the line itself is read by the ledger.
struct Half {
  std::int64_t ledger_number = 0;
  Receipt receipt;
};

Half read_row(const db::Row& row) {
  Half half;
  half.ledger_number = row.integer(0);
  Receipt& receipt = half.receipt;
  receipt.till_day_id = row.id<TillDay>(1);
  receipt.means = parse_means(row.text(2)).value();
  receipt.payer = row.text(3);
  receipt.bank = row.text(4);
  receipt.document = row.text(5);
  receipt.piece_count = row.integer(6);
  if (!row.is_null(7)) receipt.bordereau_id = row.id<Bordereau>(7);
  receipt.corrected = row.maybe_text(8);
  receipt.product_label = row.text(9);
  receipt.debt_reference = row.text(10);
  return half;
}

Receipt whole(db::ReadTx& tx, Half half) {
  half.receipt.line = find_line(tx, half.ledger_number).value();
  half.receipt.number = to_string(receipt_number(tx, half.receipt.line).value());
  return std::move(half.receipt);
}

std::optional<Receipt> whole(db::ReadTx& tx, std::optional<Half> half) {
  if (!half) return std::nullopt;
  return whole(tx, std::move(*half));
}

std::vector<Receipt> whole(db::ReadTx& tx, std::vector<Half> halves) {
  std::vector<Receipt> receipts;
  receipts.reserve(halves.size());
  for (Half& half : halves) receipts.push_back(whole(tx, std::move(half)));
  return receipts;
}

#define CLOCHER_RECEIPT                                                                                          \
  "SELECT r.ledger_number, r.till_day_id, r.means, r.payer, r.bank, r.document, r.piece_count, r.bordereau_id, " \
  "(SELECT c.label FROM ledger_line c WHERE c.corrects = r.ledger_number), COALESCE(p.label, l.product), "       \
  "COALESCE((SELECT d.reference FROM debt d WHERE d.id = l.debt_id), '') "                                       \
  "FROM counter_receipt r JOIN ledger_line l ON l.number = r.ledger_number "                                     \
  "LEFT JOIN regie_product p ON p.regie_id = l.regie_id AND p.code = l.product "

}  // namespace

void insert_receipt(db::Tx& tx, const LedgerLine& line, Id<TillDay> day, const NewReceipt& input) {
  tx.run(
      "INSERT INTO counter_receipt (ledger_number, regie_id, till_day_id, means, request_key, payer, bank, document, "
      "piece_count) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      line.number, line.regie_id, day, to_string(input.means), input.request_key, input.payer, input.bank,
      input.document, input.piece_count);
}

void put_on_bordereau(db::Tx& tx, const Receipt& receipt, Id<Bordereau> bordereau) {
  tx.run("UPDATE counter_receipt SET bordereau_id = ? WHERE ledger_number = ?", bordereau, receipt.line.number);
}

std::optional<Receipt> find_receipt_by_key(db::ReadTx& tx, Id<Regie> regie, std::string_view request_key) {
  return whole(tx, tx.one(CLOCHER_RECEIPT "WHERE r.regie_id = ? AND r.request_key = ?", read_row, regie, request_key));
}

std::optional<Receipt> find_receipt(db::ReadTx& tx, std::int64_t ledger_number) {
  return whole(tx, tx.one(CLOCHER_RECEIPT "WHERE r.ledger_number = ?", read_row, ledger_number));
}

std::vector<Receipt> receipts_of_day(db::ReadTx& tx, Id<TillDay> day) {
  return whole(tx, tx.all(CLOCHER_RECEIPT "WHERE r.till_day_id = ? ORDER BY r.ledger_number DESC", read_row, day));
}

std::vector<Receipt> receipts_to_remit(db::ReadTx& tx, Id<Regie> regie, Means means) {
  return whole(
      tx,
      tx.all(CLOCHER_RECEIPT
             "WHERE r.regie_id = ? AND r.means = ? AND r.bordereau_id IS NULL "
             "AND NOT EXISTS (SELECT 1 FROM ledger_line c WHERE c.corrects = r.ledger_number) ORDER BY r.ledger_number",
             read_row, regie, to_string(means)));
}

std::vector<Receipt> receipts_of_bordereau(db::ReadTx& tx, Id<Bordereau> bordereau) {
  return whole(tx, tx.all(CLOCHER_RECEIPT "WHERE r.bordereau_id = ? ORDER BY r.ledger_number", read_row, bordereau));
}

#undef CLOCHER_RECEIPT

}  // namespace clocher::payments::desk
