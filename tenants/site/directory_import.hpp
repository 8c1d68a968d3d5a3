// Many directory records from one file: shown first, then all or nothing, undone within a day.
#pragma once

#include "core/base/result.hpp"
#include "tenants/site/directory_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class Duplicates { update, skip };  // records whose name is there already

enum class ImportAction { create, update, skip, wrong };
[[nodiscard]] std::string_view to_string(ImportAction action);

struct ImportFault {
  std::size_t column = 0;  // of the file, from 0
  FieldError error;        // how to mend it
};

struct ImportRow {
  std::size_t number = 0;          // as the spreadsheet shows it
  std::vector<std::string> cells;  // as they will be kept; as they were where something is wrong
  ImportAction action = ImportAction::create;
  std::vector<ImportFault> faults;
  // For the import itself.
  DirectoryText text = {};
  std::optional<Id<DirectoryEntry>> known = {};
};

struct ImportPlan {
  struct Column {
    std::string title;  // in the file
    std::string means;  // title of the model, "" when the column is not used
    std::string key;    // "" likewise
  };
  std::vector<Column> columns;
  std::vector<ImportRow> rows;
  [[nodiscard]] std::size_t count(ImportAction action) const;
};

inline constexpr std::size_t most_imported_rows = 5'000;

// What the file would do. Reads only. csv.* (core/csv); invalid directory_import.no_name, .no_row, .too_many {limit},
// .column_twice {title}. The town hall's own record is never touched: its row is skipped.
[[nodiscard]] Result<ImportPlan> plan_import(db::ReadTx& tx, DirectoryKind kind, std::string_view bytes,
                                             Duplicates duplicates);

struct Import {
  Id<Import> id;
  DirectoryKind kind = DirectoryKind::associations;
  std::string file_name;
  std::string author;
  std::int64_t created_count = 0;
  std::int64_t updated_count = 0;
  std::int64_t skipped_count = 0;
  Instant created_at;
  std::optional<Instant> undone_at = {};
};

struct ImportFile {
  DirectoryKind kind = DirectoryKind::associations;
  std::string name;
  std::string bytes;
  Duplicates duplicates = Duplicates::update;
};

// All or nothing: invalid directory_import.wrong_rows {count} when a row is wrong, and what plan_import says.
[[nodiscard]] Result<Import> run_import(Tenant& tenant, const Actor& actor, const ImportFile& file, Instant now);

struct Undone {
  Import import;
  std::int64_t removed_count = 0;
  std::int64_t put_back_count = 0;
  std::int64_t kept_count = 0;  // changed or binned since: left alone
};

[[nodiscard]] bool can_be_undone(const Import& import, Instant now);
// not_found; conflict directory_import.undone, directory_import.too_late.
[[nodiscard]] Result<Undone> undo_import(Tenant& tenant, const Actor& actor, Id<Import> id, Instant now);

// The last twenty, newest first.
[[nodiscard]] std::vector<Import> list_imports(db::ReadTx& tx);

}  // namespace clocher::tenants
