// The table of what may show a media; one query each.
#include "tenants/site/media_uses.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace clocher::tenants {
namespace {

std::vector<MediaUse> read_uses(const char* kind, std::vector<MediaUse> uses) {
  for (MediaUse& use : uses) use.kind = kind;
  return uses;
}

MediaUse read_use(const db::Row& row) { return {{}, row.integer(0), row.text(1), row.boolean(2)}; }

// The published, the planned and the latest text of each content, binned ones left out; blocks and details name `media_id`.
std::vector<MediaUse> in_contents(db::ReadTx& tx, Id<Media> id) {
  return read_uses(
      "content",
      tx.all("SELECT c.id, MAX(r.title), MAX(c.published_revision IS NOT NULL AND r.number = c.published_revision) "
             "FROM content c JOIN content_revision r ON r.content_id = c.id AND r.number IN (c.latest_revision, "
             "c.published_revision, c.scheduled_revision) WHERE c.deleted_at IS NULL AND "
             "(instr(r.body_markdown, '/images/' || ? || '/') > 0 OR instr(r.body_markdown, '/documents/' || ? || '/') "
             "> 0 OR EXISTS (SELECT 1 FROM json_tree(r.blocks) WHERE key = 'media_id' AND value = ?) "
             "OR EXISTS (SELECT 1 FROM json_tree(r.details) WHERE key = 'media_id' AND value = ?)) "
             "GROUP BY c.id ORDER BY c.id",
             read_use, id, id, id, id));
}

std::vector<MediaUse> in_directory(db::ReadTx& tx, Id<Media> id) {
  return read_uses("directory",
                   tx.all("SELECT id, name, is_visible FROM directory_entry WHERE deleted_at IS NULL AND (image_id = ? "
                          "OR instr(description, '/images/' || ? || '/') > 0 OR instr(description, '/documents/' || ? "
                          "|| '/') > 0) ORDER BY id",
                          read_use, id, id, id));
}

// The commune's logo and its photo: each place once. What they are called is for the reader's language.
std::vector<MediaUse> in_look(db::ReadTx& tx, Id<Media> id) {
  return tx.all(
      "SELECT 'logo' AS place, 1 AS number FROM profile WHERE logo_id = ? UNION ALL SELECT 'hero', 2 FROM profile WHERE "
      "hero_id = ? ORDER BY number",
      [](const db::Row& row) { return MediaUse{row.text(0), row.integer(1), "", true}; }, id, id);
}

// An act keeps its own copy of a file: the same bytes are the same document.
std::vector<MediaUse> in_acts(db::ReadTx& tx, Id<Media> id) {
  return read_uses("act", tx.all("SELECT act.id, act.object, act.state = 'published' FROM act JOIN media ON media.sha256 "
                                 "= act.file_sha256 WHERE media.id = ? AND media.kind = 'document' ORDER BY act.id",
                                 read_use, id));
}

using Source = std::vector<MediaUse> (*)(db::ReadTx&, Id<Media>);
constexpr std::array<Source, 4> sources = {in_contents, in_directory, in_look, in_acts};

}  // namespace

std::vector<MediaUse> media_uses(db::ReadTx& tx, Id<Media> id) {
  std::vector<MediaUse> all;
  for (const Source source : sources) std::ranges::move(source(tx, id), std::back_inserter(all));
  return all;
}

bool is_public_media(db::ReadTx& tx, Id<Media> id) {
  const auto media = find_media(tx, id);
  if (!media || media->deleted_at) return false;
  return std::ranges::any_of(media_uses(tx, id), &MediaUse::is_public);
}

}  // namespace clocher::tenants
