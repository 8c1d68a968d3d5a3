// All SQL on imports and what undoing them needs.
#include "tenants/site/directory_import_store.hpp"

namespace clocher::tenants::directory_import_store {
namespace {

Import read_import(const db::Row& row) {
  return {row.id<Import>(0),   parse_directory_kind(row.text(1)).value_or(DirectoryKind::associations),
          row.text(2),         row.text(3),
          row.integer(4),      row.integer(5),
          row.integer(6),      row.instant(7),
          row.maybe_instant(8)};
}

}  // namespace

Id<Import> insert(db::Tx& tx, const Import& import) {
  return {tx.insert(
      "INSERT INTO directory_import (kind, file_name, author, created_count, updated_count, skipped_count, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      to_string(import.kind), import.file_name, import.author, import.created_count, import.updated_count,
      import.skipped_count, import.created_at)};
}

void remember_created(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry) {
  tx.run("INSERT INTO directory_import_change (import_id, entry_id, version, before) VALUES (?, ?, 1, NULL)", import,
         entry);
}

void remember_before(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry) {
  tx.run(
      "INSERT INTO directory_import_change (import_id, entry_id, version, before) "
      "SELECT ?, id, version + 1, json_object('name', name, 'name_key', name_key, 'category', category, 'description', "
      "description, 'address', address, 'postcode', postcode, 'city', city, 'latitude', latitude, 'longitude', "
      "longitude, "
      "'phone', phone, 'phone_2', phone_2, 'email', email, 'website', website, 'hours', hours, 'details', details, "
      "'contact_consent_at', contact_consent_at, 'confirmed_at', confirmed_at) FROM directory_entry WHERE id = ?",
      import, entry);
}

std::optional<Import> find(db::ReadTx& tx, Id<Import> id) {
  return tx.one(
      "SELECT id, kind, file_name, author, created_count, updated_count, skipped_count, created_at, undone_at "
      "FROM directory_import WHERE id = ?",
      read_import, id);
}

std::vector<Import> list(db::ReadTx& tx) {
  return tx.all(
      "SELECT id, kind, file_name, author, created_count, updated_count, skipped_count, created_at, undone_at "
      "FROM directory_import ORDER BY id DESC LIMIT 20",
      read_import);
}

std::vector<Change> changes(db::ReadTx& tx, Id<Import> id) {
  return tx.all(
      "SELECT c.entry_id, e.name, c.before IS NULL, e.version = c.version FROM directory_import_change c "
      "JOIN directory_entry e ON e.id = c.entry_id WHERE c.import_id = ? ORDER BY c.entry_id",
      [](const db::Row& row) {
        return Change{row.id<DirectoryEntry>(0), row.text(1), row.boolean(2), row.boolean(3)};
      },
      id);
}

void remove_created(db::Tx& tx, Id<DirectoryEntry> entry) { tx.run("DELETE FROM directory_entry WHERE id = ?", entry); }

void put_back(db::Tx& tx, Id<Import> import, Id<DirectoryEntry> entry, Instant now) {
  tx.run(
      "UPDATE directory_entry SET name = c.before ->> 'name', name_key = c.before ->> 'name_key', "
      "category = c.before ->> 'category', description = c.before ->> 'description', "
      "address = c.before ->> 'address', postcode = c.before ->> 'postcode', city = c.before ->> 'city', "
      "latitude = c.before ->> 'latitude', longitude = c.before ->> 'longitude', phone = c.before ->> 'phone', "
      "phone_2 = c.before ->> 'phone_2', email = c.before ->> 'email', website = c.before ->> 'website', "
      "hours = c.before ->> 'hours', details = c.before ->> 'details', "
      "contact_consent_at = c.before ->> 'contact_consent_at', confirmed_at = c.before ->> 'confirmed_at', "
      "version = version + 1, updated_at = ? "
      "FROM (SELECT before FROM directory_import_change WHERE import_id = ? AND entry_id = ?) AS c WHERE id = ?",
      now, import, entry, entry);
}

void mark_undone(db::Tx& tx, Id<Import> id, Instant now) {
  tx.run("UPDATE directory_import SET undone_at = ? WHERE id = ?", now, id);
  tx.run("DELETE FROM directory_import_change WHERE import_id = ?", id);
}

}  // namespace clocher::tenants::directory_import_store
