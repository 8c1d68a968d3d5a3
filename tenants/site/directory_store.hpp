// All SQL on directory records.
#pragma once

#include "tenants/site/directory.hpp"

namespace clocher::tenants::directory_store {

// The name as two spellings of it compare: "L’Étoile" and "l'etoile" are one.
[[nodiscard]] std::string name_key(std::string_view name);

[[nodiscard]] Id<DirectoryEntry> insert(db::Tx& tx, DirectoryKind kind, std::string_view slug,
                                        const DirectoryText& text, std::int64_t position, Instant now);
// The text, a new version, confirmed now.
void update(db::Tx& tx, Id<DirectoryEntry> id, const DirectoryText& text, Instant now);
void set_confirmed(db::Tx& tx, Id<DirectoryEntry> id, Instant now);
void set_position(db::Tx& tx, Id<DirectoryEntry> id, std::int64_t position);
void mark_deleted(db::Tx& tx, Id<DirectoryEntry> id, Instant now);
void mark_restored(db::Tx& tx, Id<DirectoryEntry> id, std::string_view slug, Instant now);
void insert_town_hall(db::Tx& tx, Instant now);
void forget_deleted(db::Tx& tx, Instant before);
void forget_imports(db::Tx& tx, Instant before);

[[nodiscard]] bool slug_is_taken(db::ReadTx& tx, DirectoryKind kind, std::string_view slug);
[[nodiscard]] std::int64_t next_position(db::ReadTx& tx, DirectoryKind kind);

// As stored: what the town hall's record shows from the profile is not in it yet.
[[nodiscard]] std::vector<DirectoryEntry> list(db::ReadTx& tx, std::string_view kind, DirectoryShelf shelf);
[[nodiscard]] std::optional<DirectoryEntry> find(db::ReadTx& tx, Id<DirectoryEntry> id);
[[nodiscard]] std::optional<DirectoryEntry> find(db::ReadTx& tx, DirectoryKind kind, std::string_view slug);
[[nodiscard]] std::optional<Id<DirectoryEntry>> find_by_name(db::ReadTx& tx, DirectoryKind kind, std::string_view name);

}  // namespace clocher::tenants::directory_store
