// All SQL on contents and their revisions.
#pragma once

#include "tenants/site/content.hpp"

namespace clocher::tenants::content_store {

[[nodiscard]] Id<Content> insert(db::Tx& tx, ContentKind kind, std::string_view section, std::string_view slug,
                                 std::int64_t position, Instant now);
[[nodiscard]] bool path_is_taken(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view slug);
// Becomes the latest revision.
void insert_revision(db::Tx& tx, Id<Content> id, std::int64_t number, const ContentText& text, std::string_view author,
                     Instant now);
// Forgets that revision if this author wrote it since then: the one that follows takes its place. The first one stays.
void drop_recent_revision(db::Tx& tx, Id<Content> id, std::int64_t number, std::string_view author, Instant since);
void set_expiry(db::Tx& tx, Id<Content> id, std::optional<Instant> expires_at);
void set_published(db::Tx& tx, Id<Content> id, std::optional<std::int64_t> revision, Instant now);
void mark_deleted(db::Tx& tx, Id<Content> id, Instant now);
[[nodiscard]] bool has_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number);

}  // namespace clocher::tenants::content_store
