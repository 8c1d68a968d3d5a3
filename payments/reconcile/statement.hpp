// A statement of what the State's accountants have booked for a régie, read from the file that the régisseur downloads.
#pragma once

#include "core/base/date.hpp"
#include "core/base/money.hpp"
#include "core/base/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments::reconcile {

struct StatementLine {
  std::size_t row = 0;  // in the file, from 1
  Date date;
  std::string reference;  // capitals and digits only: how files write it differs
  Money amount;
};

struct Statement {
  std::vector<StatementLine> lines;  // as in the file; at least one
  Date first;
  Date last;
  Money total;
};

// A file without a decimal sign anywhere may mean euros or cents: `as_written` then asks rather than guess.
enum class AmountUnit { as_written, euros, cents };

// What is known of PayFiP's CSV comes from one open client: records EN-TETE, LIGNE and PIED-DE-PAGE, a LIGNE holding date, reference and
// amount, its first one perhaps titles. Separator, quotes, unit and form of dates are not known, so all the usual ones are read. A
// table with titles alone is read too. See docs/reference/statements.md.
// Fails with what csv::read fails with, and
//   statement.columns              neither LIGNE records nor titles that name date, reference and amount
//   statement.no_line              nothing was booked, or it is another file
//   statement.cut                  EN-TETE without PIED-DE-PAGE: the download broke off
//   statement.bad_date {row}, statement.bad_reference {row}, statement.bad_amount {row}
//   statement.unit_unknown         field "unit"
[[nodiscard]] Result<Statement> read_csv(std::string_view bytes, AmountUnit unit);

struct Slice {
  std::size_t start = 0;  // from 1, as file descriptions count
  std::size_t length = 0;
};

// Nothing is known of a fixed-width file of the DGFiP: whoever has one describes it.
struct FixedLayout {
  Slice date;
  Slice reference;
  Slice amount;
  Slice kind = {};          // of the record
  std::string marker = {};  // what `kind` holds in lines that count; "": all lines count
};

// Positions count characters. Fails like read_csv, and with statement.layout when a slice is empty.
[[nodiscard]] Result<Statement> read_fixed_width(std::string_view bytes, const FixedLayout& layout, AmountUnit unit);

// "2026 canT-00042" -> "2026CANT00042".
[[nodiscard]] std::string canonical_reference(std::string_view text);

}  // namespace clocher::payments::reconcile
