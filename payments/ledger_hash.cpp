// The chain of the ledger, made and checked.
#include "payments/ledger_hash.hpp"

#include "core/security/crypto.hpp"

#include <array>

namespace clocher::payments {
namespace {

using What = LedgerFault::What;

void put(std::string& content, std::string_view text) {
  content += std::to_string(text.size());
  content += ':';
  content += text;
  content += ',';
}

void put(std::string& content, std::int64_t number) { put(content, std::to_string(number)); }

template <class Number>
void put(std::string& content, const std::optional<Number>& number) {
  if (number)
    put(content, static_cast<std::int64_t>(*number));
  else
    put(content, std::string_view());
}

template <class Tag>
void put(std::string& content, const std::optional<Id<Tag>>& id) {
  put(content, id ? std::optional(id->value) : std::nullopt);
}

// A damaged row may hold a kind that is none: it is read as text here, never through the enumeration.
struct RawLine {
  LedgerLine line;
  std::string kind;
};

std::string content_of(const LedgerLine& line, std::string_view kind) {
  std::string content = "clocher-journal-1:";
  put(content, line.number);
  put(content, line.at.seconds);
  put(content, line.day);
  put(content, line.regie_id.value);
  put(content, kind);
  put(content, line.debit);
  put(content, line.credit);
  put(content, line.amount.cents);
  put(content, line.product);
  put(content, line.debt_id);
  put(content, line.attempt_id);
  put(content, line.receipt_year);
  put(content, line.receipt_number);
  put(content, line.corrects);
  put(content, line.label);
  put(content, line.author);
  put(content, line.evidence_sha256);
  put(content, line.previous_hash);
  return content;
}

RawLine read_row(const db::Row& row) {
  RawLine raw;
  LedgerLine& line = raw.line;
  line.number = row.integer(0);
  line.at = row.instant(1);
  line.day = row.text(2);
  line.regie_id = row.id<Regie>(3);
  raw.kind = row.text(4);
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
  return raw;
}

void check_line(const RawLine& raw, LedgerCheck& check) {
  const LedgerLine& line = raw.line;
  const std::int64_t expected = check.lines + 1;
  if (line.number != expected) check.faults.push_back({What::gap, expected - 1, "line " + std::to_string(line.number)});
  if (security::sha256_hex(content_of(line, raw.kind)) != line.hash)
    check.faults.push_back({What::content, line.number, "hash"});
  else if (line.previous_hash != check.last_hash)
    check.faults.push_back({What::chain, line.number, "previous_hash"});
  check.lines = line.number;
  check.last_hash = line.hash;
}

// The bytes on which receipts rest.
void check_evidence(db::ReadTx& tx, LedgerCheck& check) {
  tx.each(
      "SELECT l.number, a.raw, l.evidence_sha256 FROM ledger_line l LEFT JOIN payment_answer a ON a.attempt_id = "
      "l.attempt_id "
      "AND a.kind = 'answer' AND a.sha256 = l.evidence_sha256 WHERE l.kind = 'receipt' AND l.attempt_id IS NOT NULL "
      "ORDER BY "
      "l.number",
      [&](const db::Row& row) {
        if (row.is_null(1) || security::sha256_hex(row.blob(1)) != row.text(2))
          check.faults.push_back({What::evidence, row.integer(0), "payment_answer"});
      });
}

}  // namespace

std::string first_hash(std::string_view insee) {
  return security::sha256_hex("clocher-journal-1:" + std::string(insee));
}

std::string hash_of(const LedgerLine& line) { return security::sha256_hex(content_of(line, to_string(line.kind))); }

std::string_view to_string(What what) {
  constexpr std::array<std::string_view, 5> words = {"gap", "chain", "content", "evidence", "unreadable"};
  return words.at(static_cast<std::size_t>(what));
}

LedgerCheck verify_ledger(db::ReadTx& tx, std::string_view insee) {
  LedgerCheck check;
  check.last_hash = first_hash(insee);
  try {
    tx.each(
        "SELECT number, at, day, regie_id, kind, debit, credit, amount_cents, product, debt_id, attempt_id, "
        "receipt_year, "
        "receipt_number, corrects, label, author, evidence_sha256, previous_hash, hash FROM ledger_line ORDER BY "
        "number",
        [&](const db::Row& row) { check_line(read_row(row), check); });
    check_evidence(tx, check);
  } catch (const db::DatabaseError& error) {
    check.faults.push_back({What::unreadable, check.lines + 1, error.what()});
  }
  return check;
}

}  // namespace clocher::payments
