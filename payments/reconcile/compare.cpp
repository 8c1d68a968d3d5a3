// Loads what has no partner yet, matches it, and writes down pairs and discrepancies.
#include "core/base/date.hpp"
#include "payments/reconcile/discrepancy.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace clocher::payments::reconcile {
namespace {

struct Theirs {
  std::vector<std::int64_t> ids;  // beside the lines
  Statement statement;
};

// Lines that somebody explained by hand are left alone.
Theirs lines_without_partner(db::ReadTx& tx, Id<Regie> regie, const std::string& last_day) {
  Theirs theirs;
  tx.each(
      "SELECT l.id, l.row, l.day, l.reference, l.amount_cents FROM bank_line l WHERE l.regie_id = ? AND l.attempt_id "
      "IS NULL "
      "AND NOT EXISTS (SELECT 1 FROM discrepancy d WHERE d.line_id = l.id AND d.settled_at IS NOT NULL) ORDER BY l.id",
      [&](const db::Row& row) {
        theirs.ids.push_back(row.integer(0));
        theirs.statement.lines.push_back({static_cast<std::size_t>(row.integer(1)), parse_iso_date(row.text(2)).value(),
                                          row.text(3), Money{row.integer(4)}});
      },
      regie);
  theirs.statement.last = parse_iso_date(last_day).value();
  return theirs;
}

Standing standing_of(std::string_view state, std::int64_t has_line) {
  const auto known = parse_payment_state(state).value();
  const bool is_paid = holds_money(known) || known == PaymentState::refunded;
  if (!is_paid) return Standing::open;
  return has_line != 0 ? Standing::reconciled : Standing::received;
}

// Real payments since some days before the oldest line that concerns us, and all that bear a reference which lines name.
std::vector<Ours> our_payments(db::ReadTx& tx, Id<Regie> regie, Date since) {
  const Instant start = to_instant({since, 0, 0}) - 10 * one_day;
  return tx.all(
      "SELECT a.id, a.reference, COALESCE(a.paid_cents, a.amount_cents), COALESCE(a.paid_at, a.settled_at, "
      "a.started_at), a.state, "
      "EXISTS (SELECT 1 FROM bank_line l WHERE l.attempt_id = a.id) FROM payment_attempt a "
      "WHERE a.regie_id = ?1 AND a.mode <> 'test' AND (a.started_at >= ?2 OR a.reference IN "
      "(SELECT l.reference FROM bank_line l WHERE l.regie_id = ?1 AND l.attempt_id IS NULL)) ORDER BY a.id",
      [](const db::Row& row) {
        return Ours{row.integer(0),
                    row.text(1),
                    {row.integer(2)},
                    to_local(row.instant(3)).date,
                    standing_of(row.text(4), row.integer(5))};
      },
      regie, start);
}

class Writer {
 public:
  Writer(db::Tx& tx, Id<Regie> regie, Instant now) : tx_(tx), regie_(regie), now_(now) {}

  void write(const Match& match, std::optional<std::int64_t> attempt, std::optional<std::int64_t> line) {
    const bool is_pair =
        match.finding == Finding::matched || match.finding == Finding::late || match.finding == Finding::amount_differs;
    if (is_pair) {
      ++comparison.matched;
      tx_.run("UPDATE bank_line SET attempt_id = ? WHERE id = ?", attempt, line);
    }
    if (match.finding == Finding::awaited) ++comparison.awaited;
    if (is_discrepancy(match.finding)) note(match, attempt, line);
  }

  // What was ours only has its line now; what was theirs only turned out to be a payment of ours.
  void settle_explained() {
    comparison.settled = tx_.change(
        "UPDATE discrepancy SET settled_at = ?, settled_by = 'Clocher' WHERE regie_id = ? AND settled_at IS NULL AND "
        "((finding = 'ours_only' AND EXISTS (SELECT 1 FROM bank_line l WHERE l.attempt_id = discrepancy.attempt_id)) "
        "OR "
        "(finding IN ('theirs_only', 'doubled') AND EXISTS "
        "(SELECT 1 FROM bank_line l WHERE l.id = discrepancy.line_id AND l.attempt_id IS NOT NULL)))",
        now_, regie_);
  }

  Comparison comparison;

 private:
  void note(const Match& match, std::optional<std::int64_t> attempt, std::optional<std::int64_t> line) {
    const std::int64_t known = tx_.number(
        "SELECT id FROM discrepancy WHERE CASE WHEN ?1 IS NULL THEN line_id IS NULL AND attempt_id = ?2 ELSE line_id = "
        "?1 END",
        line, attempt);
    if (known == 0) {
      ++comparison.found;
      tx_.run(
          "INSERT INTO discrepancy (regie_id, finding, action, attempt_id, line_id, found_at) VALUES (?, ?, ?, ?, ?, "
          "?)",
          regie_, to_string(match.finding), to_string(match.action), attempt, line, now_);
      return;
    }
    tx_.run("UPDATE discrepancy SET finding = ?, action = ?, attempt_id = ? WHERE id = ? AND settled_at IS NULL",
            to_string(match.finding), to_string(match.action), attempt, known);
  }

  db::Tx& tx_;
  Id<Regie> regie_;
  Instant now_;
};

}  // namespace

Comparison compare(db::Tx& tx, Id<Regie> regie, Instant now) {
  const auto days = tx.one(
      "SELECT MIN(first_day), MAX(last_day), (SELECT s.first_day FROM bank_statement s WHERE s.regie_id = ?1 ORDER BY "
      "s.id DESC LIMIT 1) "
      "FROM bank_statement WHERE regie_id = ?1 HAVING COUNT(*) > 0",
      [](const db::Row& row) {
        return std::array{row.text(0), row.text(1), row.text(2)};
      },
      regie);
  if (!days) return {};
  const auto& [first_day, last_day, latest_first_day] = *days;
  const Theirs theirs = lines_without_partner(tx, regie, last_day);
  Date since = parse_iso_date(latest_first_day).value();
  for (const StatementLine& line : theirs.statement.lines) since = std::min(since, line.date);
  std::vector<Ours> ours = our_payments(tx, regie, since);
  // Before the first statement nothing can be missing.
  std::unordered_set<std::string_view> named;
  for (const StatementLine& line : theirs.statement.lines) named.insert(line.reference);
  const Date first = parse_iso_date(first_day).value();
  std::erase_if(ours, [&](const Ours& each) {
    return each.standing == Standing::received && each.date < first && !named.contains(each.reference);
  });
  Writer writer(tx, regie, now);
  for (const Match& each : match(ours, theirs.statement))
    writer.write(each, each.ours ? std::optional(ours[*each.ours].id) : std::nullopt,
                 each.theirs ? std::optional(theirs.ids[*each.theirs]) : std::nullopt);
  writer.settle_explained();
  return writer.comparison;
}

}  // namespace clocher::payments::reconcile
