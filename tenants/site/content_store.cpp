// All SQL on contents and their revisions.
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
  content.expires_at = row.maybe_instant(7);
  content.text = {row.text(8), row.text(9), row.text(10)};
  content.updated_at = row.instant(11);
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
      "INSERT INTO content_revision (content_id, number, title, summary, body_markdown, author, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?)",
      id, number, text.title, text.summary, text.body_markdown, author, now);
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
      "COALESCE(published_at, ?) END WHERE id = ?",
      revision, revision, now, id);
}

void mark_deleted(db::Tx& tx, Id<Content> id, Instant now) {
  tx.run("UPDATE content SET deleted_at = ?, published_revision = NULL WHERE id = ?", now, id);
}

bool has_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number) {
  return tx.number("SELECT COUNT(*) FROM content_revision WHERE content_id = ? AND number = ?", id, number) > 0;
}

}  // namespace content_store

std::vector<Content> list_contents(db::ReadTx& tx, std::optional<ContentKind> kind) {
  const std::string_view wanted = kind ? to_string(*kind) : std::string_view();
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, c.expires_at, "
      "r.title, r.summary, r.body_markdown, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.deleted_at IS NULL AND (? = '' OR c.kind = ?) ORDER BY c.kind DESC, c.section, c.position, r.created_at "
      "DESC, c.id",
      read_content, wanted, wanted);
}

std::optional<Content> find_content(db::ReadTx& tx, Id<Content> id) {
  return tx.one(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, c.expires_at, "
      "r.title, r.summary, r.body_markdown, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.latest_revision "
      "WHERE c.id = ? AND c.deleted_at IS NULL",
      read_content, id);
}

std::vector<Revision> revisions_of(db::ReadTx& tx, Id<Content> id) {
  return tx.all(
      "SELECT number, created_at, author FROM content_revision WHERE content_id = ? ORDER BY number DESC LIMIT 50",
      [](const db::Row& row) {
        return Revision{row.integer(0), row.instant(1), row.text(2)};
      },
      id);
}

std::optional<Content> find_published(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view slug,
                                      Instant now) {
  return tx.one(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, c.expires_at, "
      "r.title, r.summary, r.body_markdown, r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.published_revision "
      "WHERE c.kind = ? AND c.section = ? AND c.slug = ? AND c.deleted_at IS NULL AND (c.expires_at IS NULL OR "
      "c.expires_at > ?)",
      read_content, to_string(kind), section, slug, now);
}

std::vector<Content> list_published(db::ReadTx& tx, ContentKind kind, std::string_view section, Instant now) {
  return tx.all(
      "SELECT c.id, c.kind, c.section, c.slug, c.latest_revision, c.published_revision, c.published_at, c.expires_at, "
      "r.title, r.summary, '', r.created_at "
      "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number = c.published_revision "
      "WHERE c.kind = ? AND c.section = ? AND c.deleted_at IS NULL AND (c.expires_at IS NULL OR c.expires_at > ?) "
      "ORDER BY CASE WHEN c.kind = 'news' THEN -c.published_at ELSE c.position END, r.title, c.id",
      read_content, to_string(kind), section, now);
}

}  // namespace clocher::tenants
