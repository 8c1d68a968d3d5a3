// Pages, news, events and alerts of a commune. Every save is a revision; residents read the published one.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/site/content_kind.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

inline constexpr std::int64_t bin_seconds = 30 * one_day;

// What an editor writes.
struct ContentText {
  std::string title;          // 1..160 characters
  std::string summary;        // up to 400
  std::string body_markdown;  // up to 100 000
  json::Array blocks = {};    // see block.hpp
  json::Object details = {};  // by kind, see details.hpp
};

struct Content {
  Id<Content> id;
  ContentKind kind = ContentKind::page;
  std::string section;  // slug of a Section of the commune; "actualites", "agenda", "alertes"
  std::string slug;
  ContentText text;           // of `revision`
  std::int64_t revision = 0;  // the latest; what residents read when it was found for them
  std::optional<std::int64_t> published_revision = {};
  std::optional<Instant> published_at = {};  // first publication, past or planned
  std::optional<std::int64_t> scheduled_revision = {};
  std::optional<Instant> scheduled_at = {};  // scheduled_revision is the published one from then on
  std::optional<Instant> expires_at = {};    // no longer shown from then on
  std::optional<Instant> deleted_at = {};    // in the bin since
  std::string deleted_by = {};
  Instant updated_at = {};  // of `revision`
  // Who wrote it when it was found for residents: name of the intercommunality that shares it, "" for the town hall.
  std::string shared_by = {};
};

// "/la-mairie/conseil-municipal", "/actualites/bienvenue", "/agenda/fete-du-village"
[[nodiscard]] std::string path_of(const Content& content);

enum class ContentState { draft, scheduled, published, modified, expired, binned };
[[nodiscard]] std::string_view to_string(ContentState state);
[[nodiscard]] std::optional<ContentState> parse_content_state(std::string_view text);
[[nodiscard]] ContentState state_of(const Content& content, Instant now);
// What residents read at that moment, whether or not it has expired.
[[nodiscard]] std::optional<std::int64_t> public_revision(const Content& content, Instant now);

// --- Town hall -------------------------------------------------------------------------------------------------------

struct NewContent {
  ContentKind kind = ContentKind::page;
  std::string section;  // of pages; ignored for the others
  ContentText text;
};

// A draft. invalid with fields title, summary, body_markdown, section, blocks.2.url, details.starts ... What only a
// public text must have may still be missing. The path comes from the title, made unique by a number.
[[nodiscard]] Result<Content> create_content(Tenant& tenant, const Actor& actor, const NewContent& input, Instant now);

// The draft made of a dossier: the one that there is when it is asked for again, as long as it is not in the bin.
[[nodiscard]] Result<Content> create_content_of(Tenant& tenant, const Actor& actor, std::int64_t dossier_id,
                                                const NewContent& input, Instant now);

enum class Part { given, kept };

struct ContentChange {
  Id<Content> id;
  ContentText text;
  std::optional<Instant> expires_at;
  std::int64_t base_revision = 0;  // what the editor had before it
  Part blocks = Part::given;       // kept: as they are
  Part details = Part::given;
};

// A new revision (none when nothing differs), in place of the author's own of the last ten minutes that nobody reads nor will read.
// conflict edit.conflict when someone saved since; not_found.
[[nodiscard]] Result<Content> save_content(Tenant& tenant, const Actor& actor, const ContentChange& change,
                                           Instant now);
// A new revision equal to an older one. conflict edit.conflict as above; not_found.
[[nodiscard]] Result<Content> restore_revision(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t number,
                                               std::int64_t base_revision, Instant now);

// Residents see that revision from now on, or from `at` on when it is later; until then they go on reading what is published.
// invalid when there is no such revision, or with the fields that a public text must have. Doing it twice is harmless.
[[nodiscard]] Result<Content> publish(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t revision,
                                      Instant now, std::optional<Instant> at = std::nullopt);
// Created and published in one go: an alert from a phone.
[[nodiscard]] Result<Content> create_published(Tenant& tenant, const Actor& actor, const NewContent& input,
                                               Instant now);
// What is planned is given up, what is published stays.
[[nodiscard]] Result<Content> unschedule(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);
// Neither published nor planned any more.
[[nodiscard]] Result<Content> unpublish(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);
// Into the bin: no longer listed nor shown; deleted for good after bin_seconds.
[[nodiscard]] Result<void> remove_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);
// Out of the bin: a draft, at its old address unless it is taken. Harmless when it is not in the bin.
[[nodiscard]] Result<Content> restore_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);
// Deletes what has been in the bin for bin_seconds.
void purge_bin(Tenant& tenant, Instant now);

// The commune's own: what its intercommunality shares is decided in tenants/sharing, and found by none of these.
[[nodiscard]] std::vector<Content> list_contents(db::ReadTx& tx, std::optional<ContentKind> kind);
[[nodiscard]] std::vector<Content> list_bin(db::ReadTx& tx, std::optional<ContentKind> kind);  // last deleted first
[[nodiscard]] std::optional<Content> find_content(db::ReadTx& tx, Id<Content> id);             // not in the bin

struct Revision {
  std::int64_t number = 0;
  Instant at;
  std::string author;
};
[[nodiscard]] std::vector<Revision> revisions_of(db::ReadTx& tx, Id<Content> id);  // newest first, at most 50

struct WholeRevision {
  Revision revision;
  ContentText text;
};
[[nodiscard]] std::optional<WholeRevision> find_revision(db::ReadTx& tx, Id<Content> id, std::int64_t number);
// The one before; nullopt for the first.
[[nodiscard]] std::optional<WholeRevision> revision_before(db::ReadTx& tx, Id<Content> id, std::int64_t number);

// --- Residents: the published text, never an expired one -------------------------------------------------------------

[[nodiscard]] std::optional<Content> find_published(db::ReadTx& tx, ContentKind kind, std::string_view section,
                                                    std::string_view slug, Instant now);
// Pages by position then title; the others newest first. Without body and blocks: for lists.
[[nodiscard]] std::vector<Content> list_published(db::ReadTx& tx, ContentKind kind, std::string_view section,
                                                  Instant now);

// When the next planned revision becomes the published one.
[[nodiscard]] std::optional<Instant> next_planned_publication(db::ReadTx& tx, Instant now);

// What leads to that address by a link of its text or blocks: the last changed first. Without body and blocks.
[[nodiscard]] std::vector<Content> list_linking_to(db::ReadTx& tx, std::string_view path, Instant now,
                                                   std::int64_t most);

// For provisioning: inserts and publishes in the caller's transaction.
struct SeedContent {
  ContentKind kind = ContentKind::page;
  std::string section, slug;
  std::int64_t position = 0;
  ContentText text;
};
void insert_published(db::Tx& tx, const SeedContent& seed, std::string_view author, Instant now);

}  // namespace clocher::tenants
