// Each rule is a query that finds what breaks it.
#include "payments/invariants.hpp"

#include <array>

namespace clocher::payments {
namespace {

struct Rule {
  std::string_view name;
  db::Sql broken;  // one text column: which row
};

const std::array<Rule, 8> rules = {{
    {"I1",
     "SELECT 'attempt ' || p.id || ' has ' || COUNT(l.number) || ' receipts' FROM payment_attempt p LEFT JOIN "
     "ledger_line l "
     "ON l.attempt_id = p.id AND l.kind = 'receipt' GROUP BY p.id HAVING COUNT(l.number) <> (p.mode <> 'test' AND "
     "p.state IN "
     "('paid', 'paid_late', 'refund_requested', 'refunded')) ORDER BY p.id"},
    {"I1",
     "SELECT 'attempt ' || p.id || ' heard paid and says ' || p.state FROM payment_attempt p WHERE p.state NOT IN "
     "('paid', "
     "'paid_late', 'refund_requested', 'refunded') AND EXISTS (SELECT 1 FROM payment_answer a WHERE a.attempt_id = "
     "p.id AND "
     "a.kind = 'answer' AND a.outcome = 'paid') ORDER BY p.id"},
    {"I2",
     "SELECT 'line ' || l.number FROM ledger_line l WHERE l.kind = 'receipt' AND l.debit = 'online' AND NOT EXISTS "
     "(SELECT 1 "
     "FROM payment_answer a WHERE a.attempt_id = l.attempt_id AND a.kind = 'answer' AND a.outcome = 'paid' AND "
     "a.sha256 = "
     "l.evidence_sha256) ORDER BY l.number"},
    {"I3",
     "SELECT 'id ' || p.gateway_id FROM ledger_line l JOIN payment_attempt p ON p.id = l.attempt_id WHERE l.kind = "
     "'receipt' "
     "GROUP BY p.gateway, p.gateway_id HAVING COUNT(*) > 1 ORDER BY p.gateway_id"},
    {"I4",
     "SELECT 'line ' || l.number FROM ledger_line l JOIN payment_attempt p ON p.id = l.attempt_id WHERE l.kind = "
     "'receipt' AND "
     "(l.credit = 'suspense') <> (p.mismatches <> '') ORDER BY l.number"},
    {"I6",
     "SELECT 'debt ' || d.id FROM debt d LEFT JOIN (SELECT debt_id, SUM((credit = 'debtor') * amount_cents - (debit = "
     "'debtor') "
     "* amount_cents) AS received FROM ledger_line WHERE debt_id IS NOT NULL GROUP BY debt_id) l ON l.debt_id = d.id "
     "WHERE "
     "d.received_cents <> COALESCE(l.received, 0) OR (d.state = 'paid') <> (COALESCE(l.received, 0) >= d.amount_cents) "
     "ORDER BY "
     "d.id"},
    {"I8",
     "SELECT 'regie ' || regie_id || ', ' || receipt_year FROM ledger_line WHERE receipt_number IS NOT NULL GROUP BY "
     "regie_id, "
     "receipt_year HAVING MIN(receipt_number) <> 1 OR MAX(receipt_number) <> COUNT(*) OR COUNT(DISTINCT "
     "receipt_number) <> "
     "COUNT(*) ORDER BY regie_id, receipt_year"},
    {"I10",
     "SELECT 'attempt ' || p.id FROM payment_attempt p JOIN debt d ON d.id = p.debt_id WHERE p.regie_id <> d.regie_id "
     "OR "
     "p.reference <> d.reference OR EXISTS (SELECT 1 FROM regie r WHERE r.gateway = p.gateway AND r.account = "
     "p.account AND "
     "r.id <> p.regie_id AND NOT EXISTS (SELECT 1 FROM journal_event e WHERE e.subject = 'regie' AND e.subject_id = "
     "p.regie_id "
     "AND e.verb = 'regie.account_changed' AND e.details = p.gateway || ' ' || p.account)) ORDER BY p.id"},
}};

}  // namespace

std::vector<Violation> check_invariants(db::ReadTx& tx) {
  std::vector<Violation> found;
  for (const Rule& rule : rules) {
    tx.each(rule.broken, [&](const db::Row& row) { found.push_back({std::string(rule.name), row.text(0)}); });
  }
  return found;
}

}  // namespace clocher::payments
