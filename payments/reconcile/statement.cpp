// Finds the lines and columns of a CSV statement.
#include "payments/reconcile/statement.hpp"

#include "core/base/text.hpp"
#include "core/csv/csv.hpp"
#include "payments/reconcile/reading.hpp"

#include <algorithm>

namespace clocher::payments::reconcile {
namespace {

struct Columns {
  std::size_t date = 1;
  std::size_t reference = 2;
  std::size_t amount = 3;
};

// "EN-TÊTE", "en_tete", "Pied de page": folded to letters.
std::string kind_of(const csv::Record& record) {
  std::string letters;
  for (const char c : fold(record.cells.front()))
    if (c >= 'a' && c <= 'z') letters += c;
  return letters;
}

std::string cell(const csv::Record& record, std::size_t column) {
  return column < record.cells.size() ? record.cells[column] : std::string();
}

std::optional<std::size_t> column_named(const csv::Record& titles, std::initializer_list<std::string_view> beginnings) {
  for (std::size_t i = 0; i < titles.cells.size(); ++i) {
    const std::string title = fold(titles.cells[i]);
    if (std::ranges::any_of(beginnings, [&](std::string_view beginning) { return title.starts_with(beginning); }))
      return i;
  }
  return std::nullopt;
}

std::optional<Columns> columns_named_by(const csv::Record& titles) {
  const auto date = column_named(titles, {"date", "dattrans"});
  const auto reference = column_named(titles, {"ref"});
  const auto amount = column_named(titles, {"montant", "amount"});
  if (!date || !reference || !amount) return std::nullopt;
  return Columns{*date, *reference, *amount};
}

RawLine raw_line(const csv::Record& record, const Columns& columns) {
  return {record.number, cell(record, columns.date), cell(record, columns.reference), cell(record, columns.amount)};
}

bool looks_like_titles(const csv::Record& record) {
  const std::string amount = cell(record, 3);
  return !read_date(cell(record, 1)) && std::ranges::none_of(amount, [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::vector<RawLine>> lines_by_kind(const std::vector<csv::Record>& records) {
  std::vector<RawLine> lines;
  Columns columns;
  bool is_first = true;
  bool is_opened = false;
  bool is_closed = false;
  for (const csv::Record& record : records) {
    const std::string kind = kind_of(record);
    is_opened = is_opened || kind == "entete";
    is_closed = is_closed || kind == "pieddepage";
    if (kind != "ligne") continue;
    const bool is_title = is_first && looks_like_titles(record);
    is_first = false;
    if (is_title)
      columns = columns_named_by(record).value_or(Columns{});
    else
      lines.push_back(raw_line(record, columns));
  }
  if (is_opened && !is_closed) return fail(ErrorKind::malformed, "statement.cut");
  return lines;
}

Result<std::vector<RawLine>> lines_under_titles(const std::vector<csv::Record>& records) {
  const auto columns = columns_named_by(records.front());
  if (!columns) return fail(ErrorKind::malformed, "statement.columns");
  std::vector<RawLine> lines;
  for (std::size_t i = 1; i < records.size(); ++i) lines.push_back(raw_line(records[i], *columns));
  return lines;
}

bool has_kinds(const std::vector<csv::Record>& records) {
  return std::ranges::any_of(records, [](const csv::Record& record) {
    const std::string kind = kind_of(record);
    return kind == "ligne" || kind == "entete" || kind == "pieddepage";
  });
}

}  // namespace

Result<Statement> read_csv(std::string_view bytes, AmountUnit unit) {
  const auto records = csv::read(bytes);
  if (!records) return fail(records.error());
  const auto lines = has_kinds(*records) ? lines_by_kind(*records) : lines_under_titles(*records);
  if (!lines) return fail(lines.error());
  return make_statement(*lines, unit);
}

}  // namespace clocher::payments::reconcile
