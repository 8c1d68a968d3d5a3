// Reads the table, judges it, writes it in one transaction.
#include "payments/debt_import.hpp"

#include "core/base/date.hpp"
#include "core/base/text.hpp"
#include "core/csv/csv.hpp"
#include "core/security/crypto.hpp"

#include <array>
#include <map>
#include <set>

namespace clocher::payments {
namespace {

enum Column { name, object, amount, number, email, address, due, product, column_count };
constexpr std::array<std::string_view, column_count> titles = {"nom",      "objet",   "montant",  "numero",
                                                               "courriel", "adresse", "echeance", "produit"};
using Places = std::array<std::optional<std::size_t>, column_count>;

Result<Places> find_columns(const csv::Record& head) {
  Places places;
  for (std::size_t i = 0; i < head.cells.size(); ++i) {
    for (std::size_t column = 0; column < titles.size(); ++column) {
      if (fold(trim(head.cells[i])) == titles[column]) places[column] = i;
    }
  }
  if (places[name] && places[object] && places[amount]) return places;
  return fail(ErrorKind::malformed, "import.columns");
}

std::string cell(const csv::Record& record, const Places& places, Column column) {
  const auto at = places[column];
  return at && *at < record.cells.size() ? record.cells[*at] : std::string();
}

std::string column_of(std::string_view field) {
  static const std::map<std::string_view, std::string_view> columns = {
      {"debtor_name", "nom"},        {"object", "objet"},    {"amount", "montant"},  {"debtor_email", "courriel"},
      {"debtor_address", "adresse"}, {"due_on", "échéance"}, {"product", "produit"}, {"origin_key", "numéro"}};
  const auto found = columns.find(field);
  return std::string(found == columns.end() ? field : found->second);
}

NewDebt debt_of(const csv::Record& record, const Places& places, const ImportFile& file) {
  NewDebt debt{.regie_id = file.regie_id,
               .product = cell(record, places, product),
               .object = cell(record, places, object),
               .amount = {}};
  if (debt.product.empty()) debt.product = file.product;
  debt.debtor = {cell(record, places, name), cell(record, places, email), cell(record, places, address)};
  debt.amount = parse_money(cell(record, places, amount)).value_or(Money{});
  const std::string typed_day = cell(record, places, due);
  const auto day = parse_french_date(typed_day);
  debt.due_on = day ? to_iso(*day) : typed_day;
  if (const std::string typed = cell(record, places, number); !typed.empty())
    debt.origin_key = "regie:" + std::to_string(file.regie_id.value) + ":" + fold(typed);
  return debt;
}

void judge_row(db::ReadTx& tx, const NewDebt& debt, std::size_t row, std::set<std::string>& numbers, ImportPlan& plan) {
  for (const FieldError& error : check_debt(tx, debt)) plan.errors.push_back({row, column_of(error.field), error.key});
  if (debt.debtor.name.empty()) plan.errors.push_back({row, "nom", "import.name"});
  if (debt.origin_key.empty()) return;
  const bool is_new = numbers.insert(debt.origin_key).second;
  if (!is_new || find_debt_of_origin(tx, DebtOrigin::invoice, debt.origin_key))
    plan.errors.push_back({row, "numéro", "import.number"});
}

Result<ImportPlan> judge(db::ReadTx& tx, const ImportFile& file, const std::vector<csv::Record>& records) {
  if (!find_regie(tx, file.regie_id)) return fail(ErrorKind::not_found, "regie.unknown");
  const auto places = find_columns(records.front());
  if (!places) return fail(places.error());
  ImportPlan plan;
  std::set<std::string> numbers;
  for (std::size_t i = 1; i < records.size(); ++i) {
    NewDebt debt = debt_of(records[i], *places, file);
    judge_row(tx, debt, records[i].number, numbers, plan);
    plan.total = plan.total + debt.amount;
    plan.debts.push_back(std::move(debt));
  }
  if (plan.debts.empty()) return fail(ErrorKind::malformed, "import.empty");
  return plan;
}

DebtImport read_row(const db::Row& row) {
  return {row.id<DebtImport>(0), row.id<Regie>(1), row.text(2), row.integer(3),      {row.integer(4)},
          row.text(5),           row.instant(6),   row.text(7), row.maybe_instant(8)};
}

std::optional<DebtImport> find_import(db::ReadTx& tx, Id<DebtImport> id) {
  return tx.one(
      "SELECT id, regie_id, file_name, debt_count, total_cents, imported_by, imported_at, undone_by, undone_at FROM "
      "debt_import "
      "WHERE id = ?",
      read_row, id);
}

}  // namespace

Result<ImportPlan> plan_import(tenants::Tenant& tenant, const ImportFile& file) {
  const auto records = csv::read(file.bytes);
  if (!records) return fail(records.error());
  return tenant.read([&](db::ReadTx& tx) { return judge(tx, file, *records); });
}

Result<DebtImport> import_debts(tenants::Tenant& tenant, const tenants::Actor& actor, const ImportFile& file,
                                Instant now) {
  const auto records = csv::read(file.bytes);
  if (!records) return fail(records.error());
  const std::string sha256 = security::sha256_hex(file.bytes);
  return tenant.write_private([&](db::Tx& tx) -> Result<DebtImport> {
    if (tx.number("SELECT COUNT(*) FROM debt_import WHERE file_sha256 = ? AND regie_id = ? AND undone_at IS NULL",
                  sha256, file.regie_id) > 0)
      return fail(ErrorKind::conflict, "import.same_file");
    const auto plan = judge(tx, file, *records);
    if (!plan) return fail(plan.error());
    if (!plan->errors.empty()) return fail(ErrorKind::invalid, "import.has_errors");
    const Id<DebtImport> id{
        tx.insert("INSERT INTO debt_import (regie_id, file_name, file_sha256, debt_count, total_cents, imported_by, "
                  "imported_at) VALUES (?, ?, "
                  "?, ?, ?, ?, ?)",
                  file.regie_id, file.file_name, sha256, plan->debts.size(), plan->total, actor.name, now)};
    for (NewDebt debt : plan->debts) {
      debt.import_id = id;
      if (const auto made = create_debt(tx, actor, debt, now); !made) return fail(made.error());
    }
    append_event(tx, actor, {"regie", file.regie_id.value}, "debts.imported", std::to_string(plan->debts.size()), now);
    return find_import(tx, id).value();
  });
}

Result<DebtImport> undo_import(tenants::Tenant& tenant, const tenants::Actor& actor, Id<DebtImport> id, Instant now) {
  return tenant.write_private([&](db::Tx& tx) -> Result<DebtImport> {
    const auto import = find_import(tx, id);
    if (!import) return fail(ErrorKind::not_found, "import.unknown");
    if (import->undone_at) return fail(ErrorKind::conflict, "import.is_undone");
    const auto ids = tx.all(
        "SELECT id FROM debt WHERE import_id = ? AND cancelled_at IS NULL ORDER BY id",
        [](const db::Row& row) { return row.id<Debt>(0); }, id);
    for (const Id<Debt> debt : ids) {
      if (!cancel_debt(tx, actor, debt, "Import annulé", now)) return fail(ErrorKind::conflict, "import.has_money");
    }
    // The numbers are free again: the corrected file brings them back.
    tx.run("UPDATE debt_import SET undone_at = ?, undone_by = ? WHERE id = ?", now, actor.name, id);
    append_event(tx, actor, {"regie", import->regie_id.value}, "debts.import_undone", import->file_name, now);
    return find_import(tx, id).value();
  });
}

std::vector<DebtImport> list_imports(db::ReadTx& tx) {
  return tx.all(
      "SELECT id, regie_id, file_name, debt_count, total_cents, imported_by, imported_at, undone_by, undone_at FROM "
      "debt_import "
      "ORDER BY id DESC LIMIT 100",
      read_row);
}

}  // namespace clocher::payments
