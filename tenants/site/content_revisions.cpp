// Reads the revisions of a content.
#include "tenants/site/content.hpp"

namespace clocher::tenants {
namespace {

constexpr auto most_revisions = 50;

WholeRevision read_whole(const db::Row& row) {
  return {{row.integer(0), row.instant(1), row.text(2)},
          {row.text(3), row.text(4), row.text(5), json::parse_trusted(row.text(6)).as_array(),
           json::parse_trusted(row.text(7)).as_object()}};
}

}  // namespace

std::vector<Revision> revisions_of(db::ReadTx& tx, Id<Content> id) {
  return tx.all(
      "SELECT number, created_at, author FROM content_revision WHERE content_id = ? ORDER BY number DESC LIMIT ?",
      [](const db::Row& row) {
        return Revision{row.integer(0), row.instant(1), row.text(2)};
      },
      id, most_revisions);
}

std::optional<WholeRevision> find_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number) {
  return tx.one(
      "SELECT number, created_at, author, title, summary, body_markdown, blocks, details FROM content_revision "
      "WHERE content_id = ? AND number = ?",
      read_whole, id, number);
}

std::optional<WholeRevision> revision_before(db::ReadTx& tx, Id<Content> id, std::int64_t number) {
  return tx.one(
      "SELECT number, created_at, author, title, summary, body_markdown, blocks, details FROM content_revision "
      "WHERE content_id = ? AND number < ? ORDER BY number DESC LIMIT 1",
      read_whole, id, number);
}

}  // namespace clocher::tenants
