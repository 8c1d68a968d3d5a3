// SQL of the ledger.
#include "payments/ledger.hpp"

#include "core/base/date.hpp"
#include "payments/ledger_hash.hpp"
#include "tenants/forms/clean_text.hpp"

#include <array>
#include <cstdio>

namespace clocher::payments {
namespace {

constexpr std::array<std::string_view, 6> kinds = {"receipt", "correction", "transfer",
                                                   "refund",  "deposit",    "consumption"};

LedgerLine read_row(const db::Row& row) {
  LedgerLine line;
  line.number = row.integer(0);
  line.at = row.instant(1);
  line.day = row.text(2);
  line.regie_id = row.id<Regie>(3);
  line.kind = parse_line_kind(row.text(4)).value();
  line.debit = row.text(5);
  line.credit = row.text(6);
  line.amount = {row.integer(7)};
  line.product = row.text(8);
  if (!row.is_null(9)) line.debt_id = row.id<Debt>(9);
  if (!row.is_null(10)) line.attempt_id = row.id<StoredAttempt>(10);
  if (!row.is_null(11)) line.receipt_year = static_cast<int>(row.integer(11));
  line.receipt_number = row.maybe_integer(12);
  line.corrects = row.maybe_integer(13);
  line.label = row.text(14);
  line.author = row.text(15);
  line.evidence_sha256 = row.text(16);
  line.previous_hash = row.text(17);
  line.hash = row.text(18);
  return line;
}

std::string hash_before(db::ReadTx& tx, std::int64_t number) {
  auto hash = tx.one(
      "SELECT hash FROM ledger_line WHERE number = ?", [](const db::Row& row) { return row.text(0); }, number - 1);
  if (hash) return *hash;
  return first_hash(
      tx.one("SELECT insee FROM profile WHERE id = 1", [](const db::Row& row) { return row.text(0); }).value());
}

void number_receipt(db::ReadTx& tx, LedgerLine& line) {
  line.receipt_year = static_cast<int>(to_local(line.at).date.year());
  line.receipt_number =
      1 + tx.number("SELECT MAX(receipt_number) FROM ledger_line WHERE regie_id = ? AND receipt_year = ?",
                    line.regie_id, *line.receipt_year);
}

}  // namespace

std::string to_string(const ReceiptNumber& receipt) {
  std::array<char, 40> text{};
  const int size = std::snprintf(text.data(), text.size(), "R%d-%04d-%06lld", receipt.regie, receipt.year,
                                 static_cast<long long>(receipt.number));
  return {text.data(), static_cast<std::size_t>(size)};
}

LedgerLine append_line(db::Tx& tx, const NewLine& input, Instant now) {
  LedgerLine line;
  line.number = 1 + tx.number("SELECT MAX(number) FROM ledger_line");
  line.at = now;
  line.day = to_iso(to_local(now).date);
  line.regie_id = input.regie_id;
  line.kind = input.kind;
  line.debit = input.debit;
  line.credit = input.credit;
  line.amount = input.amount;
  line.product = input.product;
  line.debt_id = input.debt_id;
  line.attempt_id = input.attempt_id;
  line.corrects = input.corrects;
  line.label = input.label;
  line.author = input.author;
  line.evidence_sha256 = input.evidence_sha256;
  if (line.kind == LineKind::receipt) number_receipt(tx, line);
  line.previous_hash = hash_before(tx, line.number);
  line.hash = hash_of(line);
  tx.run(
      "INSERT INTO ledger_line (number, at, day, regie_id, kind, debit, credit, amount_cents, product, debt_id, "
      "attempt_id, "
      "receipt_year, receipt_number, corrects, label, author, evidence_sha256, previous_hash, hash) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      line.number, line.at, line.day, line.regie_id, to_string(line.kind), line.debit, line.credit, line.amount,
      line.product, line.debt_id, line.attempt_id, line.receipt_year, line.receipt_number, line.corrects, line.label,
      line.author, line.evidence_sha256, line.previous_hash, line.hash);
  return line;
}

Result<LedgerLine> correct_line(db::Tx& tx, const tenants::Actor& actor, std::int64_t number, std::string_view why,
                                Instant now) {
  const std::string reason = forms::clean_line(why);
  if (reason.empty() || reason.size() > 500) return fail_field("why", "ledger.why");
  const auto line = find_line(tx, number);
  if (!line) return fail(ErrorKind::not_found, "ledger.not_found");
  if (line->kind == LineKind::correction) return fail(ErrorKind::conflict, "ledger.is_correction");
  if (line->kind == LineKind::receipt && line->attempt_id) return fail(ErrorKind::conflict, "ledger.is_online");
  if (tx.number("SELECT COUNT(*) FROM ledger_line WHERE corrects = ?", number) > 0)
    return fail(ErrorKind::conflict, "ledger.is_corrected");
  const LedgerLine correction = append_line(tx,
                                            {.regie_id = line->regie_id,
                                             .kind = LineKind::correction,
                                             .debit = line->credit,
                                             .credit = line->debit,
                                             .amount = line->amount,
                                             .product = line->product,
                                             .debt_id = line->debt_id,
                                             .corrects = line->number,
                                             .label = reason,
                                             .author = actor.name},
                                            now);
  append_event(tx, actor, {"regie", line->regie_id.value}, "ledger.corrected", std::to_string(number), now);
  return correction;
}

#define CLOCHER_LINE                                                                                                  \
  "SELECT number, at, day, regie_id, kind, debit, credit, amount_cents, product, debt_id, attempt_id, receipt_year, " \
  "receipt_number, corrects, label, author, evidence_sha256, previous_hash, hash FROM ledger_line "

std::optional<LedgerLine> find_line(db::ReadTx& tx, std::int64_t number) {
  return tx.one(CLOCHER_LINE "WHERE number = ?", read_row, number);
}

std::optional<LedgerLine> receipt_of(db::ReadTx& tx, Id<StoredAttempt> attempt) {
  return tx.one(CLOCHER_LINE "WHERE attempt_id = ? AND kind = 'receipt'", read_row, attempt);
}

std::vector<LedgerLine> lines_of_debt(db::ReadTx& tx, Id<Debt> debt) {
  return tx.all(CLOCHER_LINE "WHERE debt_id = ? ORDER BY number", read_row, debt);
}

std::vector<LedgerLine> lines_between(db::ReadTx& tx, Id<Regie> regie, std::string_view first_day,
                                      std::string_view last_day) {
  return tx.all(CLOCHER_LINE "WHERE regie_id = ? AND day BETWEEN ? AND ? ORDER BY number", read_row, regie, first_day,
                last_day);
}

#undef CLOCHER_LINE

std::optional<ReceiptNumber> receipt_number(db::ReadTx& tx, const LedgerLine& line) {
  if (!line.receipt_number) return std::nullopt;
  const auto regie = static_cast<int>(tx.number("SELECT number FROM regie WHERE id = ?", line.regie_id));
  return ReceiptNumber{regie, *line.receipt_year, *line.receipt_number};
}

Money balance(db::ReadTx& tx, Id<Regie> regie, std::string_view account) {
  return {tx.number(
      "SELECT COALESCE(SUM(CASE WHEN debit = ?2 THEN amount_cents ELSE -amount_cents END), 0) FROM ledger_line "
      "WHERE regie_id = ?1 AND (debit = ?2 OR credit = ?2)",
      regie, account)};
}

std::string_view to_string(LineKind kind) { return kinds.at(static_cast<std::size_t>(kind)); }

std::optional<LineKind> parse_line_kind(std::string_view text) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (kinds.at(i) == text) return static_cast<LineKind>(i);
  }
  return std::nullopt;
}

}  // namespace clocher::payments
