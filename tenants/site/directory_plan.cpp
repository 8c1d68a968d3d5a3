// What a file would do to a directory, row by row.
#include "core/base/text.hpp"
#include "core/csv/csv.hpp"
#include "tenants/site/directory_import.hpp"
#include "tenants/site/directory_store.hpp"
#include "tenants/site/directory_text.hpp"

#include <algorithm>
#include <map>

namespace clocher::tenants {
namespace {

using Columns = std::vector<ImportPlan::Column>;

Failure refused(std::string key, Arguments arguments = {}) {
  return fail(ErrorKind::invalid, std::move(key), std::move(arguments));
}

Result<Columns> read_columns(DirectoryKind kind, const csv::Record& titles) {
  Columns columns;
  const auto model = columns_of(kind);
  for (const std::string& title : titles.cells) {
    const std::string key = column_for(kind, title);
    if (!key.empty() && std::ranges::find(columns, key, &ImportPlan::Column::key) != columns.end())
      return refused("directory_import.column_twice", {{"title", title}});
    const auto known = std::ranges::find(model, key, &DirectoryColumn::key);
    columns.push_back({title, known == model.end() ? (key.empty() ? "" : title) : known->title, key});
  }
  if (std::ranges::find(columns, "name", &ImportPlan::Column::key) == columns.end())
    return refused("directory_import.no_name");
  return columns;
}

struct Known {
  std::map<std::string, const DirectoryEntry*, std::less<>> by_name;  // of the directory
  std::map<std::string, std::size_t, std::less<>> rows;               // of the file: name -> first row
};

// Where a fault of the whole record is shown: its own column, or that of the name.
std::size_t column_of(const Columns& columns, std::string_view key) {
  const auto found = std::ranges::find(columns, key, &ImportPlan::Column::key);
  if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  return static_cast<std::size_t>(std::ranges::find(columns, "name", &ImportPlan::Column::key) - columns.begin());
}

bool has_fault(const ImportRow& row, std::size_t column) {
  return std::ranges::find(row.faults, column, &ImportFault::column) != row.faults.end();
}

std::string full_name(const Columns& columns, const csv::Record& record) {
  std::string given, family;
  for (std::size_t i = 0; i < columns.size() && i < record.cells.size(); ++i) {
    if (columns[i].key == "given_name") given = record.cells[i];
    if (columns[i].key == "name") family = record.cells[i];
  }
  return std::string(trim(given + " " + family));
}

// What the file says goes over what is there.
void read_cells(const Columns& columns, const csv::Record& record, ImportRow& row) {
  // A record that is there keeps its name as the town hall writes it.
  const std::string name = row.known ? row.text.name : full_name(columns, record);
  for (std::size_t i = 0; i < record.cells.size(); ++i) {
    if (i >= columns.size()) {
      row.faults.push_back({columns.size() - 1, {"", "directory_import.too_many_cells", {}}});
      break;
    }
    if (auto error = read_cell(columns[i].key, record.cells[i], row.text)) row.faults.push_back({i, std::move(*error)});
  }
  row.text.name = name;
}

void check_row(DirectoryKind kind, const Columns& columns, ImportRow& row) {
  row.text = cleaned(row.text);
  for (FieldError& error : check(kind, row.text)) {
    const std::size_t column = column_of(columns, error.field);
    if (!has_fault(row, column)) row.faults.push_back({column, std::move(error)});
  }
  if (!row.faults.empty()) row.action = ImportAction::wrong;
}

void show_cells(const Columns& columns, const csv::Record& record, ImportRow& row) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string raw = i < record.cells.size() ? record.cells[i] : "";
    const bool is_read = !raw.empty() && !columns[i].key.empty() && columns[i].key != "given_name" &&
                         columns[i].key != "name" && !has_fault(row, i);
    row.cells.push_back(is_read ? write_cell(columns[i].key, row.text) : raw);
  }
}

ImportRow plan_row(DirectoryKind kind, const Columns& columns, const csv::Record& record, Duplicates duplicates,
                   Known& known) {
  ImportRow row;
  row.number = record.number;
  const std::string key = directory_store::name_key(full_name(columns, record));
  const auto there = known.by_name.find(key);
  if (there != known.by_name.end()) {
    row.text = there->second->text;
    row.known = there->second->id;
    row.action = duplicates == Duplicates::update ? ImportAction::update : ImportAction::skip;
    if (there->second->is_town_hall) row.action = ImportAction::skip;
  }
  read_cells(columns, record, row);
  if (const auto first = known.rows.emplace(key, record.number); !key.empty() && !first.second)
    row.faults.push_back({column_of(columns, "name"),
                          {"name", "directory_import.row_twice", {{"row", std::to_string(first.first->second)}}}});
  check_row(kind, columns, row);
  show_cells(columns, record, row);
  return row;
}

}  // namespace

std::string_view to_string(ImportAction action) {
  switch (action) {
    case ImportAction::create: return "create";
    case ImportAction::update: return "update";
    case ImportAction::skip: return "skip";
    case ImportAction::wrong: return "wrong";
  }
  return "wrong";
}

std::size_t ImportPlan::count(ImportAction action) const {
  return static_cast<std::size_t>(std::ranges::count(rows, action, &ImportRow::action));
}

Result<ImportPlan> plan_import(db::ReadTx& tx, DirectoryKind kind, std::string_view bytes, Duplicates duplicates) {
  const auto records = csv::read(bytes);
  if (!records) return fail(records.error());
  auto columns = read_columns(kind, records->front());
  if (!columns) return fail(columns.error());
  if (records->size() == 1) return refused("directory_import.no_row");
  if (records->size() > most_imported_rows + 1)
    return refused("directory_import.too_many", {{"limit", std::to_string(most_imported_rows)}});
  const auto entries = list_entries(tx, kind);
  Known known;
  for (const DirectoryEntry& entry : entries) known.by_name.emplace(directory_store::name_key(entry.text.name), &entry);
  ImportPlan plan{std::move(*columns), {}};
  for (std::size_t i = 1; i < records->size(); ++i)
    plan.rows.push_back(plan_row(kind, plan.columns, (*records)[i], duplicates, known));
  return plan;
}

}  // namespace clocher::tenants
