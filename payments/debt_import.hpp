// Invoices from a table: every row is judged first; then all become debts, or none. An import can be undone while nothing was paid.
#pragma once

#include "core/base/result.hpp"
#include "payments/debt.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::payments {

struct DebtImport {
  Id<DebtImport> id;
  Id<Regie> regie_id;
  std::string file_name;
  std::int64_t debt_count = 0;
  Money total;
  std::string imported_by;
  Instant imported_at;
  std::string undone_by;
  std::optional<Instant> undone_at = {};
};

struct ImportFile {
  Id<Regie> regie_id;
  std::string product;  // of rows that name none
  std::string file_name;
  std::string bytes;  // CSV
};

struct RowError {
  std::size_t row = 0;  // as a spreadsheet numbers it
  std::string column;   // "montant"
  std::string key;      // message
};

struct ImportPlan {
  std::vector<NewDebt> debts;
  std::vector<RowError> errors;
  Money total;
};

// Columns by their titles, in any order, accents and case aside: nom, objet, montant (required); numéro, courriel, adresse, échéance,
// produit. A number names an invoice for good: one that is known is an error, so that a file read twice owes nothing twice.
// Errors: those of csv::read; malformed import.columns {columns}; too_many rows; not_found regie.unknown.
[[nodiscard]] Result<ImportPlan> plan_import(tenants::Tenant& tenant, const ImportFile& file);
// invalid import.has_errors when a row is wrong; conflict import.same_file when these bytes are there already.
[[nodiscard]] Result<DebtImport> import_debts(tenants::Tenant& tenant, const tenants::Actor& actor,
                                              const ImportFile& file, Instant now);
// Cancels every debt of it. not_found import.unknown; conflict import.is_undone, import.has_money (paid, in part, or being paid).
[[nodiscard]] Result<DebtImport> undo_import(tenants::Tenant& tenant, const tenants::Actor& actor, Id<DebtImport> id,
                                             Instant now);

[[nodiscard]] std::vector<DebtImport> list_imports(db::ReadTx& tx);  // newest first, at most 100

}  // namespace clocher::payments
