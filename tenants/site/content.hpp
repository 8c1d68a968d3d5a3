// Pages and news of a commune. Every save is a revision; residents read the published one.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

enum class ContentKind { page, news };

[[nodiscard]] std::string_view to_string(ContentKind kind);
[[nodiscard]] std::optional<ContentKind> parse_content_kind(std::string_view text);

// What an editor writes.
struct ContentText {
  std::string title;          // 1..160 characters
  std::string summary;        // up to 400
  std::string body_markdown;  // up to 100 000
};

struct Content {
  Id<Content> id;
  ContentKind kind = ContentKind::page;
  std::string section;  // "la-mairie", "vivre-ici"; "actualites" for news
  std::string slug;
  ContentText text;           // of `revision`
  std::int64_t revision = 0;  // the latest
  std::optional<std::int64_t> published_revision;
  std::optional<Instant> published_at;  // first publication
  std::optional<Instant> expires_at;    // no longer shown from then on
  Instant updated_at;                   // of `revision`
};

// "/la-mairie/conseil-municipal", "/actualites/bienvenue"
[[nodiscard]] std::string path_of(const Content& content);

struct Revision {
  std::int64_t number = 0;
  Instant at;
  std::string author;
};

// --- Town hall -------------------------------------------------------------------------------------------------------

struct NewContent {
  ContentKind kind = ContentKind::page;
  std::string section;  // ignored for news
  ContentText text;
};

// A draft. invalid with fields title, summary, body_markdown, section. The path comes from the title, made unique by a number.
[[nodiscard]] Result<Content> create_content(Tenant& tenant, const Actor& actor, const NewContent& input, Instant now);

struct ContentChange {
  Id<Content> id;
  ContentText text;
  std::optional<Instant> expires_at;
  std::int64_t base_revision = 0;  // what the editor had before it
};

// A new revision (none when nothing differs), in place of the author's own of the last ten minutes that nobody reads yet. conflict edit.conflict when someone saved since; not_found.
[[nodiscard]] Result<Content> save_content(Tenant& tenant, const Actor& actor, const ContentChange& change,
                                           Instant now);

// Residents see that revision from now on. invalid when there is no such revision; doing it twice is harmless.
[[nodiscard]] Result<Content> publish(Tenant& tenant, const Actor& actor, Id<Content> id, std::int64_t revision,
                                      Instant now);
[[nodiscard]] Result<Content> unpublish(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);
// Into the bin: no longer listed nor shown; the rows stay.
[[nodiscard]] Result<void> remove_content(Tenant& tenant, const Actor& actor, Id<Content> id, Instant now);

[[nodiscard]] std::vector<Content> list_contents(db::ReadTx& tx, std::optional<ContentKind> kind);
[[nodiscard]] std::optional<Content> find_content(db::ReadTx& tx, Id<Content> id);
[[nodiscard]] std::vector<Revision> revisions_of(db::ReadTx& tx, Id<Content> id);  // newest first

// --- Residents: the published text, never an expired one -------------------------------------------------------------

[[nodiscard]] std::optional<Content> find_published(db::ReadTx& tx, ContentKind kind, std::string_view section,
                                                    std::string_view slug, Instant now);
// Pages by position then title; news newest first.
[[nodiscard]] std::vector<Content> list_published(db::ReadTx& tx, ContentKind kind, std::string_view section,
                                                  Instant now);

// For provisioning: inserts and publishes in the caller's transaction.
struct SeedContent {
  ContentKind kind = ContentKind::page;
  std::string section, slug;
  std::int64_t position = 0;
  ContentText text;
};
void insert_published(db::Tx& tx, const SeedContent& seed, std::string_view author, Instant now);

}  // namespace clocher::tenants
