// SQL on media and media_variant.
#include "tenants/site/media_store.hpp"

#include "core/base/text.hpp"

namespace clocher::tenants {
namespace {

Media read_media(const db::Row& row) {
  Media media;
  media.id = row.id<Media>(0);
  media.kind = parse_media_kind(row.text(1)).value_or(MediaKind::document);
  media.name = row.text(2);
  media.content_type = row.text(3);
  media.sha256 = row.text(4);
  media.size_bytes = row.integer(5);
  media.width = static_cast<int>(row.maybe_integer(6).value_or(0));
  media.height = static_cast<int>(row.maybe_integer(7).value_or(0));
  media.text = {row.text(8), row.boolean(9), row.text(10), row.text(11),
                {static_cast<int>(row.integer(12)), static_cast<int>(row.integer(13))}};
  media.version = row.integer(14);
  media.is_ready = row.is_null(15);
  media.uploaded_by = row.text(16);
  media.created_at = row.instant(17);
  media.updated_at = row.instant(18);
  media.deleted_at = row.maybe_instant(19);
  return media;
}

MediaVariant read_variant(const db::Row& row) {
  return {parse_media_shape(row.text(0)).value_or(MediaShape::plain),
          static_cast<int>(row.integer(1)),
          media::parse_extension(row.text(2)).value_or(media::Encoding::jpeg),
          static_cast<int>(row.integer(3)),
          static_cast<int>(row.integer(4)),
          row.text(5),
          row.integer(6)};
}

std::optional<int> known(int pixels) { return pixels > 0 ? std::optional(pixels) : std::nullopt; }

std::string search_key(std::string_view name, const MediaText& text) {
  return fold(std::string(name) + " " + text.alt + " " + text.caption + " " + text.credit);
}

}  // namespace

namespace media_store {

Id<Media> insert(db::Tx& tx, const NewFile& file, std::string_view author, Instant now) {
  return {tx.insert(
      "INSERT INTO media (kind, name, name_key, content_type, sha256, size_bytes, width, height, variants_due_at, "
      "uploaded_by, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? = 'image' THEN ? END, ?, ?, ?)",
      to_string(file.kind), file.name, search_key(file.name, {}), file.content_type, file.sha256, file.size_bytes,
      known(file.width), known(file.height), to_string(file.kind), now, author, now, now)};
}

void set_file(db::Tx& tx, Id<Media> id, const NewFile& file, Instant now) {
  tx.run(
      "UPDATE media SET name = ?, content_type = ?, sha256 = ?, size_bytes = ?, width = ?, height = ?, version = "
      "version + 1, variants_attempts = 0, variants_due_at = CASE WHEN kind = 'image' THEN ? END, updated_at = ? WHERE "
      "id = ?",
      file.name, file.content_type, file.sha256, file.size_bytes, known(file.width), known(file.height), now, now, id);
}

void set_text(db::Tx& tx, Id<Media> id, std::string_view name, const MediaText& text, Instant now) {
  tx.run(
      "UPDATE media SET name_key = ?, alt = ?, is_decorative = ?, caption = ?, credit = ?, focal_x = ?, focal_y = ?, "
      "version = version + 1, updated_at = ? WHERE id = ?",
      search_key(name, text), text.alt, text.is_decorative, text.caption, text.credit, text.focal.x, text.focal.y, now,
      id);
}

void set_deleted(db::Tx& tx, Id<Media> id, std::optional<Instant> deleted_at) {
  tx.run("UPDATE media SET deleted_at = ?, version = version + 1 WHERE id = ?", deleted_at, id);
}

bool is_shared(db::ReadTx& tx, Id<Media> id) {
  return tx.number("SELECT COUNT(*) FROM shared_media WHERE media_id = ?", id) > 0;
}

void erase(db::Tx& tx, Id<Media> id) { tx.run("DELETE FROM media WHERE id = ?", id); }

std::vector<Id<Media>> deleted_before(db::ReadTx& tx, Instant then) {
  return tx.all("SELECT id FROM media WHERE deleted_at <= ? ORDER BY id",
                [](const db::Row& row) { return row.id<Media>(0); }, then);
}

void set_due(db::Tx& tx, Id<Media> id, std::optional<Instant> due_at, std::int64_t attempts) {
  tx.run("UPDATE media SET variants_due_at = ?, variants_attempts = ? WHERE id = ?", due_at, attempts, id);
}

std::vector<Id<Media>> due(db::ReadTx& tx, Instant now) {
  return tx.all(
      "SELECT id FROM media WHERE variants_due_at <= ? AND deleted_at IS NULL ORDER BY variants_attempts, id LIMIT 20",
      [](const db::Row& row) { return row.id<Media>(0); }, now);
}

std::int64_t attempts(db::ReadTx& tx, Id<Media> id) {
  return tx.number("SELECT variants_attempts FROM media WHERE id = ?", id);
}

void put_variant(db::Tx& tx, Id<Media> id, const MediaVariant& variant) {
  tx.run(
      "INSERT OR REPLACE INTO media_variant (media_id, shape, size, extension, width, height, sha256, size_bytes) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      id, to_string(variant.shape), variant.size, media::extension_of(variant.encoding), variant.width, variant.height,
      variant.sha256, variant.size_bytes);
}

void drop_variants(db::Tx& tx, Id<Media> id) { tx.run("DELETE FROM media_variant WHERE media_id = ?", id); }

void drop_crops(db::Tx& tx, Id<Media> id) {
  tx.run("DELETE FROM media_variant WHERE media_id = ? AND shape <> 'plain'", id);
}

}  // namespace media_store

MediaPage list_media(db::ReadTx& tx, const MediaQuery& query) {
  const std::string_view kind = query.kind ? to_string(*query.kind) : std::string_view();
  const std::string words = fold(query.words);
  const bool in_bin = query.shelf == MediaShelf::bin;
  MediaPage page;
  page.items = tx.all(
      "SELECT id, kind, name, content_type, sha256, size_bytes, width, height, alt, is_decorative, caption, credit, "
      "focal_x, focal_y, version, variants_due_at, uploaded_by, created_at, updated_at, deleted_at FROM media "
      "WHERE id NOT IN (SELECT media_id FROM shared_media) "
      "AND (deleted_at IS NOT NULL) = ? AND (? = '' OR kind = ?) AND instr(name_key, ?) > 0 AND (? = 0 OR (kind = 'image' AND alt = '' AND is_decorative = 0)) "
      "ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?",
      read_media, in_bin, kind, kind, words, query.lacks_alt, query.count, query.offset);
  page.total = tx.number(
      "SELECT COUNT(*) FROM media WHERE id NOT IN (SELECT media_id FROM shared_media) "
      "AND (deleted_at IS NOT NULL) = ? AND (? = '' OR kind = ?) AND instr(name_key, ?) > 0 AND (? = 0 OR (kind = 'image' AND alt = '' AND is_decorative = 0))",
      in_bin, kind, kind, words, query.lacks_alt);
  return page;
}

std::optional<Media> find_media(db::ReadTx& tx, Id<Media> id) {
  return tx.one(
      "SELECT id, kind, name, content_type, sha256, size_bytes, width, height, alt, is_decorative, caption, credit, "
      "focal_x, focal_y, version, variants_due_at, uploaded_by, created_at, updated_at, deleted_at FROM media WHERE id "
      "= ?",
      read_media, id);
}

std::int64_t media_bytes(db::ReadTx& tx) {
  return tx.number(
      "SELECT (SELECT COALESCE(SUM(size_bytes), 0) FROM media WHERE id NOT IN (SELECT media_id FROM shared_media)) + "
      "(SELECT COALESCE(SUM(size_bytes), 0) FROM media_variant "
      "WHERE media_id NOT IN (SELECT media_id FROM shared_media))");
}

bool media_names_file(db::ReadTx& tx, std::string_view sha256) {
  return tx.number(
             "SELECT (SELECT COUNT(*) FROM media WHERE sha256 = ?) + (SELECT COUNT(*) FROM media_variant WHERE sha256 "
             "= ?) + (SELECT COUNT(*) FROM logo_icon WHERE sha256 = ?)",
             sha256, sha256, sha256) > 0;
}

std::vector<MediaVariant> variants_of(db::ReadTx& tx, Id<Media> id) {
  return tx.all(
      "SELECT shape, size, extension, width, height, sha256, size_bytes FROM media_variant WHERE media_id = ? ORDER BY "
      "shape, width, CASE extension WHEN 'avif' THEN 1 WHEN 'webp' THEN 2 ELSE 3 END, size",
      read_variant, id);
}

std::optional<MediaVariant> find_variant(db::ReadTx& tx, Id<Media> id, const VariantName& name) {
  return tx.one(
      "SELECT shape, size, extension, width, height, sha256, size_bytes FROM media_variant WHERE media_id = ? AND "
      "shape = ? AND size = ? AND extension = ?",
      read_variant, id, to_string(name.shape), name.size, media::extension_of(name.encoding));
}

}  // namespace clocher::tenants
