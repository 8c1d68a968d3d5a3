// All SQL on the media library.
#pragma once

#include "tenants/site/media.hpp"
#include "tenants/site/media_variants.hpp"

namespace clocher::tenants::media_store {

// The file of a new or replaced record.
struct NewFile {
  MediaKind kind = MediaKind::document;
  std::string name, content_type, sha256;
  std::int64_t size_bytes = 0;
  int width = 0, height = 0;
};

[[nodiscard]] Id<Media> insert(db::Tx& tx, const NewFile& file, std::string_view author, Instant now);
void set_file(db::Tx& tx, Id<Media> id, const NewFile& file, Instant now);
void set_text(db::Tx& tx, Id<Media> id, std::string_view name, const MediaText& text, Instant now);
void set_deleted(db::Tx& tx, Id<Media> id, std::optional<Instant> deleted_at);
// It came with a shared content (tenants/sharing): the commune neither lists nor changes it.
[[nodiscard]] bool is_shared(db::ReadTx& tx, Id<Media> id);
void erase(db::Tx& tx, Id<Media> id);
[[nodiscard]] std::vector<Id<Media>> deleted_before(db::ReadTx& tx, Instant then);

void set_due(db::Tx& tx, Id<Media> id, std::optional<Instant> due_at, std::int64_t attempts);
[[nodiscard]] std::vector<Id<Media>> due(db::ReadTx& tx, Instant now);
[[nodiscard]] std::int64_t attempts(db::ReadTx& tx, Id<Media> id);

void put_variant(db::Tx& tx, Id<Media> id, const MediaVariant& variant);
void drop_variants(db::Tx& tx, Id<Media> id);
void drop_crops(db::Tx& tx, Id<Media> id);

}  // namespace clocher::tenants::media_store
