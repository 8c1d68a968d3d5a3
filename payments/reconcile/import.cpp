// Takes a statement in: its lines that are new, then a comparison, in one transaction.
#include "core/base/text.hpp"
#include "core/security/crypto.hpp"
#include "payments/reconcile/discrepancy.hpp"
#include "tenants/forms/clean_text.hpp"

#include <map>
#include <tuple>

namespace clocher::payments::reconcile {
namespace {

constexpr std::size_t longest_name = 200;

ImportedStatement read_row(const db::Row& row) {
  return {.id = row.id<ImportedStatement>(0),
          .regie_id = row.id<Regie>(1),
          .file_name = row.text(2),
          .first_day = row.text(3),
          .last_day = row.text(4),
          .line_count = row.integer(5),
          .new_count = row.integer(6),
          .total = {row.integer(7)},
          .imported_by = row.text(8),
          .imported_at = row.instant(9)};
}

#define CLOCHER_STATEMENT                                                                                              \
  "SELECT id, regie_id, file_name, first_day, last_day, line_count, new_count, total_cents, imported_by, imported_at " \
  "FROM bank_statement "

std::string kept_name(const std::string& name) {
  std::string clean = forms::clean_line(name);
  while (length_in_characters(clean) > longest_name) clean.pop_back();
  return is_valid_utf8(clean) ? clean : std::string();
}

// Equal lines of one file are counted, so that the third of them is new when an earlier file had two.
std::int64_t insert_lines(db::Tx& tx, Id<ImportedStatement> id, Id<Regie> regie, const Statement& statement) {
  std::map<std::tuple<Date, std::string, Money>, int> copies;
  std::int64_t inserted = 0;
  for (const StatementLine& line : statement.lines) {
    const int copy = ++copies[{line.date, line.reference, line.amount}];
    inserted += tx.change(
        "INSERT INTO bank_line (regie_id, statement_id, row, day, reference, amount_cents, copy) VALUES (?, ?, ?, ?, "
        "?, ?, ?) "
        "ON CONFLICT (regie_id, day, reference, amount_cents, copy) DO NOTHING",
        regie, id, line.row, to_iso(line.date), line.reference, line.amount, copy);
  }
  return inserted;
}

Id<ImportedStatement> insert_statement(db::Tx& tx, const tenants::Actor& actor, const StatementFile& file,
                                       const Statement& statement, Instant now) {
  return {
      tx.insert("INSERT INTO bank_statement (regie_id, file_name, file_sha256, first_day, last_day, line_count, "
                "new_count, total_cents, "
                "imported_by, imported_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?)",
                file.regie_id, kept_name(file.name), security::sha256_hex(file.bytes), to_iso(statement.first),
                to_iso(statement.last), statement.lines.size(), statement.total, actor.name, now)};
}

}  // namespace

Result<ImportAnswer> import_statement(tenants::Tenant& tenant, const tenants::Actor& actor, const StatementFile& file,
                                      Instant now) {
  const auto statement =
      file.layout ? read_fixed_width(file.bytes, *file.layout, file.unit) : read_csv(file.bytes, file.unit);
  if (!statement) return fail(statement.error());
  return tenant.write_private([&](db::Tx& tx) -> Result<ImportAnswer> {
    if (!find_regie(tx, file.regie_id)) return fail(ErrorKind::not_found, "regie.unknown");
    const auto id = insert_statement(tx, actor, file, *statement, now);
    const std::int64_t new_count = insert_lines(tx, id, file.regie_id, *statement);
    if (new_count == 0) return fail(ErrorKind::conflict, "statement.known");
    tx.run("UPDATE bank_statement SET new_count = ? WHERE id = ?", new_count, id);
    append_event(tx, actor, {"regie", file.regie_id.value}, "statement.imported", std::to_string(new_count), now);
    const Comparison comparison = compare(tx, file.regie_id, now);
    return ImportAnswer{tx.one(CLOCHER_STATEMENT "WHERE id = ?", read_row, id).value(), comparison};
  });
}

std::vector<ImportedStatement> list_statements(db::ReadTx& tx, Id<Regie> regie) {
  return tx.all(CLOCHER_STATEMENT "WHERE regie_id = ? ORDER BY id DESC LIMIT 100", read_row, regie);
}

#undef CLOCHER_STATEMENT

}  // namespace clocher::payments::reconcile
