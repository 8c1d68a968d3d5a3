// The month of a régie for its comptable: what came in by product and means, what was undone, poured and kept, to the cent of the ledger.
#pragma once

#include "core/base/result.hpp"
#include "core/view/catalogue.hpp"
#include "payments/desk/bordereau.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::desk {

struct MonthRow {
  std::string product, product_label, budget_account;
  Means means = Means::cash;
  std::int64_t receipts = 0;
  Money received;
  Money undone;  // corrections written in this month, of whatever month's receipts

  [[nodiscard]] Money total() const { return received - undone; }
};

struct MonthFigures {
  Regie regie;
  std::string month;  // "2026-11"
  std::string first_day, last_day;
  bool is_over = false;        // the month has ended: its figures stay
  std::vector<MonthRow> rows;  // by product, then means
  Money received, undone;      // sums of the rows
  Money refunded;              // given back
  std::vector<Bordereau> bordereaux;
  Money poured;                                      // their sum
  std::map<Means, Money> held;                       // at the end of the last day, by means; what is empty is left out
  std::int64_t first_receipt = 0, last_receipt = 0;  // numbers of the year; 0 without any
  std::int64_t ledger_lines = 0;
  std::string ledger_hash;  // of the last line of the month: names the state of the ledger that this rests on

  [[nodiscard]] Money total() const { return received - undone; }
};

// month is "2026-11". not_found regie.unknown; invalid month month.unreadable, month.future.
[[nodiscard]] Result<MonthFigures> month_figures(db::ReadTx& tx, Id<Regie> regie, std::string_view month, Instant now);

// For the comptable: a table with its titles and sums.
[[nodiscard]] std::string month_csv(const MonthFigures& figures, const view::Catalogue& catalogue);

// For an accounting package: each line of the ledger as a debit and a credit, oldest first.
[[nodiscard]] std::string entries_csv(db::ReadTx& tx, const MonthFigures& figures, const view::Catalogue& catalogue);

// Remembers that the statement was made, and gives the number that its PDF is asked for with. Conflict month.not_over.
struct MonthStatement {
  std::int64_t id = 0;
  Id<Regie> regie_id;
  std::string month;
};
[[nodiscard]] Result<MonthStatement> make_statement(tenants::Tenant& tenant, const tenants::Actor& actor,
                                                    Id<Regie> regie, std::string_view month, Instant now);
[[nodiscard]] std::optional<MonthStatement> find_statement(db::ReadTx& tx, std::int64_t id);
[[nodiscard]] std::optional<MonthStatement> find_statement(db::ReadTx& tx, Id<Regie> regie, std::string_view month);

}  // namespace clocher::payments::desk
