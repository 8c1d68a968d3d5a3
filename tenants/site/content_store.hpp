// All SQL on contents and their revisions.
#pragma once

#include "tenants/site/content.hpp"

namespace clocher::tenants::content_store {

Id<Content> insert(db::Tx& tx, ContentKind kind, std::string_view section, std::string_view slug, std::int64_t position,
                   Instant now);
[[nodiscard]] bool path_is_taken(db::ReadTx& tx, ContentKind kind, std::string_view section, std::string_view slug);
void insert_revision(db::Tx& tx, Id<Content> id, std::int64_t number, const ContentText& text, std::string_view author,
                     Instant now);
// The author's own, young one goes; the first stays.
void drop_recent_revision(db::Tx& tx, Id<Content> id, std::int64_t number, std::string_view author, Instant since);
void set_expiry(db::Tx& tx, Id<Content> id, std::optional<Instant> expires_at);
void set_published(db::Tx& tx, Id<Content> id, std::optional<std::int64_t> revision, Instant now);
void set_scheduled(db::Tx& tx, Id<Content> id, std::optional<std::int64_t> revision, std::optional<Instant> at);
// What was planned for the past becomes what is published.
void settle(db::Tx& tx, Id<Content> id, Instant now);
void mark_deleted(db::Tx& tx, Id<Content> id, std::string_view actor, Instant now);
void mark_restored(db::Tx& tx, Id<Content> id, std::string_view section, std::string_view slug);
// Alerts that residents read or will read: one row per published and per planned revision, at most 100, without body and blocks.
[[nodiscard]] std::vector<Content> public_alert_revisions(db::ReadTx& tx);
void link_dossier(db::Tx& tx, Id<Content> id, std::int64_t dossier_id);
[[nodiscard]] std::optional<Id<Content>> of_dossier(db::ReadTx& tx, std::int64_t dossier_id);
[[nodiscard]] bool has_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number);
[[nodiscard]] std::optional<Content> find_binned(db::ReadTx& tx, Id<Content> id);
[[nodiscard]] std::int64_t count_deleted_before(db::ReadTx& tx, Instant limit);
void delete_deleted_before(db::Tx& tx, Instant limit);

}  // namespace clocher::tenants::content_store
