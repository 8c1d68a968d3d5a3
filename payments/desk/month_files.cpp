// A month as tables: the statement for the comptable and the entries for an accounting package.
#include "core/base/date.hpp"
#include "core/csv/csv.hpp"
#include "payments/desk/month.hpp"

#include <cstdlib>

namespace clocher::payments::desk {
namespace {

using Rows = std::vector<std::vector<std::string>>;

// "1234,50": a number for a spreadsheet, without spaces nor sign of currency.
std::string number_text(Money amount) {
  const std::int64_t cents = std::abs(amount.cents);
  return (amount.cents < 0 ? "-" : "") + std::to_string(cents / 100) + "," +
         std::to_string(100 + cents % 100).substr(1);
}

std::string means_label(Means means, const view::Catalogue& catalogue) {
  return catalogue.text("means." + std::string(to_string(means)));
}

std::string day_text(const std::string& iso) { return iso.substr(8) + "/" + iso.substr(5, 2) + "/" + iso.substr(0, 4); }

std::string account_label(const std::string& name, const LedgerLine& line, const Regie& regie,
                          const view::Catalogue& catalogue) {
  const RegieProduct* product = regie.find_product(line.product);
  const bool is_income = name == account::sales || name == account::debtor;
  if (is_income && product != nullptr && !product->budget_account.empty()) return product->budget_account;
  return catalogue.text("ledger.account." + name);
}

std::string piece_of(const LedgerLine& line, const Regie& regie) {
  if (!line.receipt_number) return "J" + std::to_string(line.number);
  return to_string(ReceiptNumber{regie.number, *line.receipt_year, *line.receipt_number});
}

}  // namespace

std::string month_csv(const MonthFigures& figures, const view::Catalogue& catalogue) {
  const auto word = [&](const char* key) { return catalogue.text(std::string("month.column.") + key); };
  Rows rows = {{word("regie"), word("month"), word("product"), word("account"), word("means"), word("receipts"),
                word("received"), word("undone"), word("total")}};
  std::int64_t receipts = 0;
  for (const MonthRow& row : figures.rows) {
    receipts += row.receipts;
    rows.push_back({figures.regie.text.name, figures.month, row.product_label, row.budget_account,
                    means_label(row.means, catalogue), std::to_string(row.receipts), number_text(row.received),
                    number_text(row.undone), number_text(row.total())});
  }
  rows.push_back({figures.regie.text.name, figures.month, word("sum"), "", "", std::to_string(receipts),
                  number_text(figures.received), number_text(figures.undone), number_text(figures.total())});
  return csv::write(rows, csv::Dialect::spreadsheet);
}

std::string entries_csv(db::ReadTx& tx, const MonthFigures& figures, const view::Catalogue& catalogue) {
  const auto word = [&](const char* key) { return catalogue.text(std::string("entries.column.") + key); };
  Rows rows = {
      {word("day"), word("piece"), word("account"), word("label"), word("debit"), word("credit"), word("line")}};
  for (const LedgerLine& line : lines_between(tx, figures.regie.id, figures.first_day, figures.last_day)) {
    const std::string piece = piece_of(line, figures.regie);
    const std::string label =
        line.label.empty() ? catalogue.text("ledger.kind." + std::string(to_string(line.kind))) : line.label;
    const std::string number = std::to_string(line.number);
    rows.push_back({day_text(line.day), piece, account_label(line.debit, line, figures.regie, catalogue), label,
                    number_text(line.amount), "", number});
    rows.push_back({day_text(line.day), piece, account_label(line.credit, line, figures.regie, catalogue), label, "",
                    number_text(line.amount), number});
  }
  return csv::write(rows, csv::Dialect::spreadsheet);
}

}  // namespace clocher::payments::desk
