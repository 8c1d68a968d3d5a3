// All SQL on imports and what undoing them needs.
#pragma once

#include "tenants/site/directory_import.hpp"

namespace clocher::tenants::directory_import_store {

[[nodiscard]] Id<Import> insert(db::Tx& tx, const Import& import);
// Before `entry` is created or updated by this import: what it was, and the version that it will have.
void remember_created(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry);
void remember_before(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry);

[[nodiscard]] std::optional<Import> find(db::ReadTx& tx, Id<Import> id);
[[nodiscard]] std::vector<Import> list(db::ReadTx& tx);

struct Change {
  Id<DirectoryEntry> entry;
  std::string name;
  bool is_creation = false;
  bool is_untouched = false;  // nobody changed it since
};
[[nodiscard]] std::vector<Change> changes(db::ReadTx& tx, Id<Import> id);
void remove_created(db::Tx& tx, Id<DirectoryEntry> entry);
void put_back(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry, Instant now);
void mark_undone(db::Tx& tx, Id<Import> id, Instant now);

}  // namespace clocher::tenants::directory_import_store
