// Writing contents and reading them.
#include "tenants/site/content_store.hpp"

namespace clocher::tenants {
namespace {

Content read_content(const db::Row& row) {
  Content content;
  content.id = row.id<Content>(0);
  content.kind = parse_content_kind(row.text(1)).value_or(ContentKind::page);
  content.section = row.text(2);
  content.slug = row.text(3);
  content.revision = row.integer(4);
  content.published_revision = row.maybe_integer(5);
  content.published_at = row.maybe_instant(6);
  content.scheduled_revision = row.maybe_integer(7);
  content.scheduled_at = row.maybe_instant(8);
  content.expires_at = row.maybe_instant(9);
  content.deleted_at = row.maybe_instant(10);
  content.deleted_by = row.text(11);
  content.text = {row.text(12), row.text(13), row.text(14), json::parse_trusted(row.text(15)).as_array(),
                  json::parse_trusted(row.text(16)).as_object()};
  content.updated_at = row.instant(17);
  return content;
}

// The revision that residents read: published_at is then the first moment they could.
Content read_public(const db::Row& row) {
  Content content = read_content(row);
  content.revision = row.integer(18);
  content.published_revision = content.revision;
  content.published_at = content.published_at ? content.published_at : content.scheduled_at;
  content.shared_by = row.text(19);
  return content;
}

}  // namespace

namespace content_store {

Id<Content> insert(db::Tx& tx, ContentKind kind, std::string_view section, std::string_view slug, std::int64_t position,
                   Instant now) {
  return {tx.insert("INSERT INTO content (kind, section, slug, position, created_at) VALUES (?, ?, ?, ?, ?)",
                    to_string(kind), section, slug, position, now)};
}

bool path_is_taken(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view slug) {
  return tx.number("SELECT COUNT(*) FROM content WHERE kind = ? AND section = ? AND slug = ? AND deleted_at IS NULL",
                   to_string(kind), section, slug) > 0;
}

void insert_revision(db::Tx& tx, Id<Content> id, std::int64_t number, const ContentText& text, std::string_view author,
                     Instant now) {
  tx.run(
      "INSERT INTO content_revision (content_id, number, title, summary, body_markdown, blocks, details, author, "
      "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
      id, number, text.title, text.summary, text.body_markdown, json::serialize(text.blocks),
      json::serialize(text.details), author, now);
  tx.run("UPDATE content SET latest_revision = ? WHERE id = ?", number, id);
}

void drop_recent_revision(db::Tx& tx, Id<Content> id, std::int64_t number, std::string_view author, Instant since) {
  tx.run(
      "DELETE FROM content_revision WHERE content_id = ? AND number = ? AND number > 1 AND author = ? AND created_at > "
      "?",
      id, number, author, since);
}

void set_expiry(db::Tx& tx, Id<Content> id, std::optional<Instant> expires_at) {
  tx.run("UPDATE content SET expires_at = ? WHERE id = ?", expires_at, id);
}

void set_published(db::Tx& tx, Id<Content> id, std::optional<std::int64_t> revision, Instant now) {
  tx.run(
      "UPDATE content SET published_revision = ?, published_at = CASE WHEN ? IS NULL THEN published_at ELSE "
      "COALESCE(published_at, ?) END, scheduled_revision = NULL, scheduled_at = NULL WHERE id = ?",
      revision, revision, now, id);
}

void set_scheduled(db::Tx& tx, Id<Content> id, std::optional<std::int64_t> revision, std::optional<Instant> at) {
  tx.run("UPDATE content SET scheduled_revision = ?, scheduled_at = ? WHERE id = ?", revision, at, id);
}

void settle(db::Tx& tx, Id<Content> id, Instant now) {
  tx.run(
      "UPDATE content SET published_revision = scheduled_revision, published_at = COALESCE(published_at, scheduled_at), "
      "scheduled_revision = NULL, scheduled_at = NULL WHERE id = ? AND scheduled_at <= ?",
      id, now);
}

void mark_deleted(db::Tx& tx, Id<Content> id, std::string_view actor, Instant now) {
  tx.run(
      "UPDATE content SET deleted_at = ?, deleted_by = ?, published_revision = NULL, scheduled_revision = NULL, "
      "scheduled_at = NULL WHERE id = ?",
      now, actor, id);
}

void mark_restored(db::Tx& tx, Id<Content> id, std::string_view section, std::string_view slug) {
  tx.run("UPDATE content SET deleted_at = NULL, deleted_by = '', section = ?, slug = ? WHERE id = ?", section, slug, id);
}

std::vector<Content> public_alert_revisions(db::ReadTx& tx) {
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "'', '[]', r.details, r.created_at, r.number, "
      "COALESCE((SELECT s.name FROM shared_content o JOIN shared_source s ON s.siren = o.siren WHERE o.content_id = c.id), "
      "'') "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number IN (c.published_revision, "
      "c.scheduled_revision) WHERE c.kind = 'alert' AND c.deleted_at IS NULL "
      "ORDER BY COALESCE(c.published_at, c.scheduled_at) DESC, c.id DESC LIMIT 100",
      [](const db::Row& row) {
        Content content = read_content(row);
        content.revision = row.integer(18);
        content.shared_by = row.text(19);
        return content;
      });
}

void link_dossier(db::Tx& tx, Id<Content> id, std::int64_t dossier_id) {
  tx.run("UPDATE content SET dossier_id = ? WHERE id = ?", dossier_id, id);
}

std::optional<Id<Content>> of_dossier(db::ReadTx& tx, std::int64_t dossier_id) {
  return tx.one(
      "SELECT id FROM content WHERE dossier_id = ? AND deleted_at IS NULL",
      [](const db::Row& row) { return row.id<Content>(0); }, dossier_id);
}

bool has_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number) {
  return tx.number("SELECT COUNT(*) FROM content_revision WHERE content_id = ? AND number = ?", id, number) > 0;
}

std::optional<Content> find_binned(db::ReadTx& tx, Id<Content> id) {
  return tx.one(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "r.body_markdown, r.blocks, r.details, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.id = ? AND c.deleted_at IS NOT NULL",
      read_content, id);
}

std::int64_t count_deleted_before(db::ReadTx& tx, Instant limit) {
  return tx.number("SELECT COUNT(*) FROM content WHERE deleted_at <= ?", limit);
}

void delete_deleted_before(db::Tx& tx, Instant limit) { tx.run("DELETE FROM content WHERE deleted_at <= ?", limit); }

}  // namespace content_store

std::vector<Content> list_contents(db::ReadTx& tx, std::optional<ContentKind> kind) {
  const std::string_view wanted = kind ? to_string(*kind) : std::string_view();
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "r.body_markdown, r.blocks, r.details, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.deleted_at IS NULL AND c.id NOT IN (SELECT content_id FROM shared_content) AND (? = '' OR c.kind = ?) "
      "ORDER BY c.kind DESC, c.section, c.position, r.created_at "
      "DESC, c.id",
      read_content, wanted, wanted);
}

std::vector<Content> list_bin(db::ReadTx& tx, std::optional<ContentKind> kind) {
  const std::string_view wanted = kind ? to_string(*kind) : std::string_view();
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "r.body_markdown, r.blocks, r.details, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.deleted_at IS NOT NULL AND (? = '' OR c.kind = ?) ORDER BY c.deleted_at DESC, c.id DESC",
      read_content, wanted, wanted);
}

std::optional<Content> find_content(db::ReadTx& tx, Id<Content> id) {
  return tx.one(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "r.body_markdown, r.blocks, r.details, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.id = ? AND c.deleted_at IS NULL AND c.id NOT IN (SELECT content_id FROM shared_content)",
      read_content, id);
}

std::optional<Content> find_published(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view slug,
                                      Instant now) {
  return tx.one(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "r.body_markdown, r.blocks, r.details, r.created_at, r.number, "
      "COALESCE((SELECT s.name FROM shared_content o JOIN shared_source s ON s.siren = o.siren WHERE o.content_id = c.id), "
      "'') "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = "
      "CASE WHEN c.scheduled_at <= ? THEN c.scheduled_revision ELSE c.published_revision END "
      "WHERE c.kind = ? AND c.section = ? AND c.slug = ? AND c.deleted_at IS NULL AND (c.expires_at IS NULL OR "
      "c.expires_at > ?)",
      read_public, now, to_string(kind), section, slug, now);
}

std::vector<Content> list_published(db::ReadTx& tx, ContentKind kind, std::string_view section, Instant now) {
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "'', '[]', r.details, r.created_at, r.number, "
      "COALESCE((SELECT s.name FROM shared_content o JOIN shared_source s ON s.siren = o.siren WHERE o.content_id = c.id), "
      "'') "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = "
      "CASE WHEN c.scheduled_at <= ? THEN c.scheduled_revision ELSE c.published_revision END "
      "WHERE c.kind = ? AND c.section = ? AND c.deleted_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?) "
      "ORDER BY CASE WHEN c.kind = 'page' THEN c.position ELSE -COALESCE(c.published_at, c.scheduled_at) END, r.title, "
      "c.id",
      read_public, now, to_string(kind), section, now);
}

std::optional<Instant> next_planned_publication(db::ReadTx& tx, Instant now) {
  return tx.one(
      "SELECT scheduled_at FROM content WHERE scheduled_at > ? AND deleted_at IS NULL ORDER BY scheduled_at LIMIT 1",
      [](const db::Row& row) { return row.instant(0); }, now);
}

std::vector<Content> list_linking_to(db::ReadTx& tx, std::string_view path, Instant now, std::int64_t most) {
  const std::string in_text = "](" + std::string(path) + ")";
  const std::string in_block = "\"" + std::string(path) + "\"";
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, "
      "c.scheduled_revision, c.scheduled_at, c.expires_at, c.deleted_at, c.deleted_by, r.title, r.summary, "
      "'', '[]', r.details, r.created_at, r.number, "
      "COALESCE((SELECT s.name FROM shared_content o JOIN shared_source s ON s.siren = o.siren WHERE o.content_id = c.id), "
      "'') "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = "
      "CASE WHEN c.scheduled_at <= ? THEN c.scheduled_revision ELSE c.published_revision END "
      "WHERE c.deleted_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?) AND c.kind <> 'alert' "
      "AND (instr(r.body_markdown, ?) > 0 OR instr(r.blocks, ?) > 0 OR instr(r.blocks, ?) > 0) "
      "ORDER BY r.created_at DESC, c.id DESC LIMIT ?",
      read_public, now, now, in_text, in_text, in_block, most);
}

}  // namespace clocher::tenants
