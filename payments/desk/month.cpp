// Reads a month off the ledger.
#include "payments/desk/month.hpp"

#include "core/base/date.hpp"

#include <algorithm>
#include <chrono>

namespace clocher::payments::desk {
namespace {

struct Span {
  Date first, last;
};

std::optional<Span> span_of(std::string_view month) {
  if (month.size() != 7) return std::nullopt;
  const auto first = parse_iso_date(std::string(month) + "-01");
  if (!first || first->year() < std::chrono::year(2000)) return std::nullopt;
  return Span{*first, Date(first->year() / first->month() / std::chrono::last)};
}

class Reader {
 public:
  Reader(db::ReadTx& tx, MonthFigures& figures) : tx_(tx), figures_(figures) {}

  void read(const LedgerLine& line) {
    ++figures_.ledger_lines;
    figures_.ledger_hash = line.hash;
    if (line.kind == LineKind::receipt) read_receipt(line);
    if (line.kind == LineKind::refund) figures_.refunded = figures_.refunded + line.amount;
    if (line.kind == LineKind::correction) read_correction(line);
  }

 private:
  MonthRow& row_for(const LedgerLine& line, Means means) {
    for (MonthRow& row : figures_.rows) {
      if (row.product == line.product && row.means == means) return row;
    }
    const RegieProduct* product = figures_.regie.find_product(line.product);
    figures_.rows.push_back({.product = line.product,
                             .product_label = product == nullptr ? line.product : product->label,
                             .budget_account = product == nullptr ? "" : product->budget_account,
                             .means = means,
                             .received = {},
                             .undone = {}});
    return figures_.rows.back();
  }

  void read_receipt(const LedgerLine& line) {
    const auto means = parse_means(line.debit);
    if (!means) return;
    MonthRow& row = row_for(line, *means);
    ++row.receipts;
    row.received = row.received + line.amount;
    figures_.received = figures_.received + line.amount;
    // Of two years only in a régie whose clock was set wrong: the last year's numbers are told.
    if (figures_.first_receipt == 0 || *line.receipt_number < figures_.first_receipt)
      figures_.first_receipt = *line.receipt_number;
    figures_.last_receipt = std::max(figures_.last_receipt, *line.receipt_number);
  }

  void read_correction(const LedgerLine& line) {
    const auto undone = find_line(tx_, line.corrects.value());
    const auto means = parse_means(line.credit);
    if (!undone || !means) return;
    if (undone->kind == LineKind::refund) figures_.refunded = figures_.refunded - line.amount;
    if (undone->kind != LineKind::receipt) return;
    MonthRow& row = row_for(line, *means);
    row.undone = row.undone + line.amount;
    figures_.undone = figures_.undone + line.amount;
  }

  db::ReadTx& tx_;
  MonthFigures& figures_;
};

std::map<Means, Money> held_until(db::ReadTx& tx, Id<Regie> regie, std::string_view last_day) {
  std::map<Means, Money> held;
  tx.each(
      "SELECT a.name, SUM(CASE WHEN l.debit = a.name THEN l.amount_cents ELSE -l.amount_cents END) FROM ledger_account "
      "a "
      "JOIN ledger_line l ON l.debit = a.name OR l.credit = a.name "
      "WHERE a.nature = 'money' AND l.regie_id = ? AND l.day <= ? GROUP BY a.name ORDER BY a.name",
      [&](const db::Row& row) {
        const auto means = parse_means(row.text(0));
        if (means && row.integer(1) != 0) held[*means] = Money{row.integer(1)};
      },
      regie, last_day);
  return held;
}

MonthStatement read_statement(const db::Row& row) { return {row.integer(0), row.id<Regie>(1), row.text(2)}; }

}  // namespace

Result<MonthFigures> month_figures(db::ReadTx& tx, Id<Regie> regie_id, std::string_view month, Instant now) {
  auto regie = find_regie(tx, regie_id);
  if (!regie) return fail(ErrorKind::not_found, "regie.unknown");
  const auto span = span_of(month);
  if (!span) return fail_field("month", "month.unreadable");
  const Date today = to_local(now).date;
  if (span->first > today) return fail_field("month", "month.future");
  MonthFigures figures;
  figures.regie = std::move(*regie);
  figures.month = month;
  figures.first_day = to_iso(span->first);
  figures.last_day = to_iso(span->last);
  figures.is_over = span->last < today;
  Reader reader(tx, figures);
  for (const LedgerLine& line : lines_between(tx, regie_id, figures.first_day, figures.last_day)) reader.read(line);
  std::ranges::sort(figures.rows, {}, [](const MonthRow& row) { return std::pair(row.product_label, row.means); });
  figures.bordereaux = bordereaux_between(tx, regie_id, figures.first_day, figures.last_day);
  for (const Bordereau& each : figures.bordereaux) figures.poured = figures.poured + each.amount;
  figures.held = held_until(tx, regie_id, figures.last_day);
  return figures;
}

Result<MonthStatement> make_statement(tenants::Tenant& tenant, const tenants::Actor& actor, Id<Regie> regie,
                                      std::string_view month, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<MonthStatement> {
    const auto figures = month_figures(tx, regie, month, now);
    if (!figures) return fail(figures.error());
    if (!figures->is_over) return fail(ErrorKind::conflict, "month.not_over");
    if (auto before = find_statement(tx, regie, month)) return std::move(*before);
    const std::int64_t id =
        tx.insert("INSERT INTO month_statement (regie_id, month, made_by, made_at) VALUES (?, ?, ?, ?)", regie, month,
                  actor.name, now);
    append_event(tx, actor, {"regie", regie.value}, "month.stated", month, now);
    return MonthStatement{id, regie, std::string(month)};
  });
}

std::optional<MonthStatement> find_statement(db::ReadTx& tx, std::int64_t id) {
  return tx.one("SELECT id, regie_id, month FROM month_statement WHERE id = ?", read_statement, id);
}

std::optional<MonthStatement> find_statement(db::ReadTx& tx, Id<Regie> regie, std::string_view month) {
  return tx.one("SELECT id, regie_id, month FROM month_statement WHERE regie_id = ? AND month = ?", read_statement,
                regie, month);
}

}  // namespace clocher::payments::desk
