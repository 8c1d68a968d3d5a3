// The journal of receipts: double entry, append-only, chained line to line. Corrections are new lines.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/money.hpp"
#include "core/db/database.hpp"
#include "payments/attempt.hpp"
#include "payments/debt.hpp"
#include "payments/regie.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

// receipt: money came in, with a numbered receipt; correction: undoes one whole line; transfer: from one account to another (out
// of suspense, into a wallet); refund: money left; deposit: money was poured to the comptable; consumption: a wallet was used.
enum class LineKind { receipt, correction, transfer, refund, deposit, consumption };

// Accounts by name: the table ledger_account. A migration adds rows for more.
namespace account {
inline constexpr std::string_view online = "online";
inline constexpr std::string_view debtor = "debtor";      // crediting it pays the debt that the line names
inline constexpr std::string_view sales = "sales";        // the counter, without a debt
inline constexpr std::string_view suspense = "suspense";  // quarantine
inline constexpr std::string_view comptable = "comptable";
}  // namespace account

// "R2-2026-000123": without gap nor repeat in its régie and year.
struct ReceiptNumber {
  int regie = 0;
  int year = 0;
  std::int64_t number = 0;
};
[[nodiscard]] std::string to_string(const ReceiptNumber& receipt);

struct LedgerLine {
  std::int64_t number = 0;  // 1, 2, 3... in the commune
  Instant at;
  std::string day;  // ISO, local: the accounting day
  Id<Regie> regie_id;
  LineKind kind = LineKind::receipt;
  std::string debit, credit;
  Money amount;
  std::string product;
  std::optional<Id<Debt>> debt_id = {};
  std::optional<Id<StoredAttempt>> attempt_id = {};
  std::optional<int> receipt_year = {};
  std::optional<std::int64_t> receipt_number = {};
  std::optional<std::int64_t> corrects = {};
  std::string label;  // never the name of a person
  std::string author;
  std::string evidence_sha256;
  std::string previous_hash, hash;
};

struct NewLine {
  Id<Regie> regie_id;
  LineKind kind = LineKind::receipt;
  std::string_view debit, credit;
  Money amount;
  std::string product = {};
  std::optional<Id<Debt>> debt_id = {};
  std::optional<Id<StoredAttempt>> attempt_id = {};
  std::optional<std::int64_t> corrects = {};
  std::string label = {};
  std::string author = {};
  std::string evidence_sha256 = {};
};

// Within the transaction of the deed. A receipt is given its number. Throws db::ConstraintViolation for what the ledger's rules
// refuse: a programming error, or a race that the caller's own checks should have found.
LedgerLine append_line(db::Tx& tx, const NewLine& line, Instant now);

// Undoes a line by its mirror. Errors: not_found ledger.not_found; conflict ledger.is_corrected, ledger.is_correction,
// ledger.is_online (money that came from a gateway is refunded, not unwritten); invalid ledger.why.
[[nodiscard]] Result<LedgerLine> correct_line(db::Tx& tx, const tenants::Actor& actor, std::int64_t number,
                                              std::string_view why, Instant now);

[[nodiscard]] std::optional<LedgerLine> find_line(db::ReadTx& tx, std::int64_t number);
[[nodiscard]] std::optional<LedgerLine> receipt_of(db::ReadTx& tx, Id<StoredAttempt> attempt);
[[nodiscard]] std::vector<LedgerLine> lines_of_debt(db::ReadTx& tx, Id<Debt> debt);  // oldest first
// Of one régie and the days from first to last, both included; oldest first.
[[nodiscard]] std::vector<LedgerLine> lines_between(db::ReadTx& tx, Id<Regie> regie, std::string_view first_day,
                                                    std::string_view last_day);
// nullopt unless the line is a receipt.
[[nodiscard]] std::optional<ReceiptNumber> receipt_number(db::ReadTx& tx, const LedgerLine& line);
// Debits less credits of one account of a régie.
[[nodiscard]] Money balance(db::ReadTx& tx, Id<Regie> regie, std::string_view account);

[[nodiscard]] std::string_view to_string(LineKind kind);
[[nodiscard]] std::optional<LineKind> parse_line_kind(std::string_view text);

}  // namespace clocher::payments
