// All SQL on directory records.
#include "tenants/site/directory_store.hpp"

#include "core/base/text.hpp"

namespace clocher::tenants::directory_store {
namespace {

json::Object details_json(const DirectoryText& text) {
  json::Object object;
  for (const auto& [key, value] : text.details) object[key] = value;
  return object;
}

json::Array pivots_json(const DirectoryText& text) {
  json::Array codes;
  for (const std::string& code : text.pivots) codes.push_back(json::Value(code));
  return codes;
}

std::optional<std::string> hours_text(const DirectoryText& text) {
  if (!text.hours) return std::nullopt;
  return json::serialize(to_json(*text.hours));
}

std::optional<double> latitude(const DirectoryText& text) {
  return text.point ? std::optional(text.point->latitude) : std::nullopt;
}
std::optional<double> longitude(const DirectoryText& text) {
  return text.point ? std::optional(text.point->longitude) : std::nullopt;
}

std::optional<Instant> consent(const DirectoryText& text, Instant now) {
  return text.contact_consent ? std::optional(now) : std::nullopt;
}

void read_documents(const db::Row& row, DirectoryText& text) {
  if (const auto hours = row.maybe_text(11))
    text.hours = parse_hours(json::parse_trusted(*hours).as_array()).value_or(closed_all_week());
  const json::Value details = json::parse_trusted(row.text(14));
  for (const auto& [key, value] : details.as_object()) text.details[std::string(key)] = std::string(value.as_string());
  const json::Value pivots = json::parse_trusted(row.text(15));
  for (const json::Value& code : pivots.as_array()) text.pivots.emplace_back(code.as_string());
}

DirectoryEntry read_entry(const db::Row& row) {
  DirectoryEntry entry;
  DirectoryText& text = entry.text;
  text.name = row.text(0);
  text.category = row.text(1);
  text.description = row.text(2);
  text.address = row.text(3);
  text.postcode = row.text(4);
  text.city = row.text(5);
  if (!row.is_null(6)) text.point = GeoPoint{row.real(6), row.real(24)};
  text.phone = row.text(7);
  text.phone_2 = row.text(8);
  text.email = row.text(9);
  text.website = row.text(10);
  text.image_id = row.maybe_integer(12);
  text.image_alt = row.text(13);
  read_documents(row, text);
  text.is_visible = row.boolean(16);
  text.contact_consent = !row.is_null(17);
  entry.is_town_hall = row.boolean(18);
  entry.position = row.integer(19);
  entry.version = row.integer(20);
  entry.confirmed_at = row.instant(21);
  entry.updated_at = row.instant(22);
  entry.deleted_at = row.maybe_instant(23);
  entry.id = row.id<DirectoryEntry>(25);
  entry.kind = parse_directory_kind(row.text(26)).value_or(DirectoryKind::services);
  entry.slug = row.text(27);
  return entry;
}

}  // namespace

std::string name_key(std::string_view name) {
  const std::string key = slug(name);
  return key.empty() ? fold(name) : key;
}

Id<DirectoryEntry> insert(db::Tx& tx, DirectoryKind kind, std::string_view slug, const DirectoryText& text,
                          std::int64_t position, Instant now) {
  return {tx.insert(
      "INSERT INTO directory_entry (kind, slug, name, name_key, category, description, address, postcode, city, "
      "latitude, longitude, phone, phone_2, email, website, hours, image_id, image_alt, details, pivots, is_visible, "
      "contact_consent_at, position, confirmed_at, created_at, updated_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      to_string(kind), slug, text.name, name_key(text.name), text.category, text.description, text.address,
      text.postcode, text.city, latitude(text), longitude(text), text.phone, text.phone_2, text.email, text.website,
      hours_text(text), text.image_id, text.image_alt, json::serialize(details_json(text)),
      json::serialize(pivots_json(text)), text.is_visible, consent(text, now), position, now, now, now)};
}

void update(db::Tx& tx, Id<DirectoryEntry> id, const DirectoryText& text, Instant now) {
  // The day of a consent is the day it was given, not that of the last change.
  tx.run(
      "UPDATE directory_entry SET name = ?, name_key = ?, category = ?, description = ?, address = ?, postcode = ?, "
      "city = ?, latitude = ?, longitude = ?, phone = ?, phone_2 = ?, email = ?, website = ?, hours = ?, image_id = ?, "
      "image_alt = ?, details = ?, pivots = ?, is_visible = ?, "
      "contact_consent_at = CASE WHEN ? IS NULL THEN NULL ELSE COALESCE(contact_consent_at, ?) END, "
      "version = version + 1, confirmed_at = ?, updated_at = ? WHERE id = ?",
      text.name, name_key(text.name), text.category, text.description, text.address, text.postcode, text.city,
      latitude(text), longitude(text), text.phone, text.phone_2, text.email, text.website, hours_text(text),
      text.image_id, text.image_alt, json::serialize(details_json(text)), json::serialize(pivots_json(text)),
      text.is_visible, consent(text, now), now, now, now, id);
}

void set_confirmed(db::Tx& tx, Id<DirectoryEntry> id, Instant now) {
  tx.run("UPDATE directory_entry SET confirmed_at = ? WHERE id = ?", now, id);
}

void set_position(db::Tx& tx, Id<DirectoryEntry> id, std::int64_t position) {
  tx.run("UPDATE directory_entry SET position = ? WHERE id = ?", position, id);
}

void mark_deleted(db::Tx& tx, Id<DirectoryEntry> id, Instant now) {
  tx.run("UPDATE directory_entry SET deleted_at = ?, version = version + 1 WHERE id = ?", now, id);
}

void mark_restored(db::Tx& tx, Id<DirectoryEntry> id, std::string_view slug, Instant now) {
  tx.run("UPDATE directory_entry SET deleted_at = NULL, slug = ?, version = version + 1, updated_at = ? WHERE id = ?",
         slug, now, id);
}

void insert_town_hall(db::Tx& tx, Instant now) {
  tx.run(
      "INSERT INTO directory_entry (kind, slug, name, name_key, category, is_town_hall, position, pivots, "
      "confirmed_at, "
      "created_at, updated_at) VALUES ('services', 'mairie', 'Mairie', 'mairie', 'Accueil', 1, 1, '[\"mairie\"]', ?, "
      "?, "
      "?)",
      now, now, now);
}

void forget_deleted(db::Tx& tx, Instant before) { tx.run("DELETE FROM directory_entry WHERE deleted_at < ?", before); }

void forget_imports(db::Tx& tx, Instant before) {
  tx.run(
      "DELETE FROM directory_import_change WHERE import_id IN (SELECT id FROM directory_import WHERE created_at < ?)",
      before);
}

bool slug_is_taken(db::ReadTx& tx, DirectoryKind kind, std::string_view slug) {
  return tx.number("SELECT COUNT(*) FROM directory_entry WHERE kind = ? AND slug = ? AND deleted_at IS NULL",
                   to_string(kind), slug) > 0;
}

std::int64_t next_position(db::ReadTx& tx, DirectoryKind kind) {
  return tx.number("SELECT COALESCE(MAX(position), 0) + 1 FROM directory_entry WHERE kind = ?", to_string(kind));
}

std::vector<DirectoryEntry> list(db::ReadTx& tx, std::string_view kind, DirectoryShelf shelf) {
  return tx.all(
      "SELECT name, category, description, address, postcode, city, latitude, phone, phone_2, email, website, hours, "
      "image_id, image_alt, details, pivots, is_visible, contact_consent_at, is_town_hall, position, version, "
      "confirmed_at, updated_at, deleted_at, longitude, id, kind, slug FROM directory_entry "
      "WHERE (? = '' OR kind = ?) AND (deleted_at IS NOT NULL) = ? "
      "ORDER BY CASE kind WHEN 'elus' THEN 1 WHEN 'services' THEN 2 WHEN 'associations' THEN 3 WHEN 'commerces' THEN 4 "
      "WHEN 'sante' THEN 5 ELSE 6 END, position, name_key, id",
      read_entry, kind, kind, shelf == DirectoryShelf::bin);
}

std::optional<DirectoryEntry> find(db::ReadTx& tx, Id<DirectoryEntry> id) {
  return tx.one(
      "SELECT name, category, description, address, postcode, city, latitude, phone, phone_2, email, website, hours, "
      "image_id, image_alt, details, pivots, is_visible, contact_consent_at, is_town_hall, position, version, "
      "confirmed_at, updated_at, deleted_at, longitude, id, kind, slug FROM directory_entry WHERE id = ?",
      read_entry, id);
}

std::optional<DirectoryEntry> find(db::ReadTx& tx, DirectoryKind kind, std::string_view slug) {
  const auto id = tx.one(
      "SELECT id FROM directory_entry WHERE kind = ? AND slug = ? AND deleted_at IS NULL",
      [](const db::Row& row) { return row.id<DirectoryEntry>(0); }, to_string(kind), slug);
  return id ? find(tx, *id) : std::nullopt;
}

std::optional<Id<DirectoryEntry>> find_by_name(db::ReadTx& tx, DirectoryKind kind, std::string_view name) {
  return tx.one(
      "SELECT id FROM directory_entry WHERE kind = ? AND name_key = ? AND deleted_at IS NULL ORDER BY id LIMIT 1",
      [](const db::Row& row) { return row.id<DirectoryEntry>(0); }, to_string(kind), name_key(name));
}

}  // namespace clocher::tenants::directory_store
