// Copies media from a space to a commune.
#include "tenants/sharing/shared_media.hpp"

#include "core/security/crypto.hpp"
#include "tenants/site/media_store.hpp"

#include <utility>

namespace clocher::tenants {
namespace {

struct Kept {
  Id<Media> id;
  std::string digest;
};

std::map<std::int64_t, Kept> kept_media(db::ReadTx& tx, std::string_view siren) {
  std::map<std::int64_t, Kept> kept;
  tx.each(
      "SELECT source_id, media_id, digest FROM shared_media WHERE siren = ? ORDER BY source_id",
      [&](const db::Row& row) {
        kept[row.integer(0)] = {row.id<Media>(1), row.text(2)};
      },
      siren);
  return kept;
}

std::string digest_of(const SharedMedia& shared) {
  const Media& media = shared.media;
  json::Array parts{media.sha256,       media.name,          media.text.alt,     media.text.is_decorative,
                    media.text.caption, media.text.credit,   media.text.focal.x, media.text.focal.y,
                    media.is_ready};
  for (const MediaVariant& variant : shared.variants) parts.push_back(json::Value(variant.sha256));
  return security::sha256_hex(json::serialize(parts));
}

Id<Media> keep_file(db::Tx& tx, const Kept* before, const Media& media, std::string_view author, Instant now) {
  const media_store::NewFile file{media.kind,       media.name,  media.content_type, media.sha256,
                                  media.size_bytes, media.width, media.height};
  if (before == nullptr) return media_store::insert(tx, file, author, now);
  media_store::set_file(tx, before->id, file, now);
  media_store::drop_variants(tx, before->id);
  return before->id;
}

// Sizes that the space has not made yet are made here: the row stays due.
Id<Media> take(db::Tx& tx, const Offer& offer, const SharedMedia& shared, const Kept* before, Instant now) {
  const Id<Media> id = keep_file(tx, before, shared.media, offer.name, now);
  media_store::set_text(tx, id, shared.media.name, shared.media.text, now);
  for (const MediaVariant& variant : shared.variants) media_store::put_variant(tx, id, variant);
  if (shared.media.is_ready) media_store::set_due(tx, id, std::nullopt, 0);
  tx.run(
      "INSERT INTO shared_media (siren, source_id, media_id, digest) VALUES (?, ?, ?, ?) "
      "ON CONFLICT (siren, source_id) DO UPDATE SET digest = excluded.digest",
      offer.siren, shared.media.id, id, shared.digest);
  return id;
}

}  // namespace

std::vector<SharedMedia> offered_media(db::ReadTx& space, const std::vector<std::int64_t>& numbers) {
  std::vector<SharedMedia> offered;
  for (const std::int64_t number : numbers) {
    auto media = find_media(space, Id<Media>{number});
    if (!media || media->deleted_at) continue;
    SharedMedia shared{*std::move(media), variants_of(space, Id<Media>{number}), ""};
    shared.digest = digest_of(shared);
    offered.push_back(std::move(shared));
  }
  return offered;
}

void copy_files(Tenant& commune, const Offer& offer, const FileStore& space_files) {
  const auto kept = commune.read([&](db::ReadTx& tx) { return kept_media(tx, offer.siren); });
  const auto copy = [&](const std::string& sha256) {
    if (const auto bytes = space_files.get(sha256)) (void)commune.files().put(*bytes);
  };
  for (const SharedMedia& shared : offer.media) {
    const auto known = kept.find(shared.media.id.value);
    if (known != kept.end() && known->second.digest == shared.digest) continue;
    copy(shared.media.sha256);
    for (const MediaVariant& variant : shared.variants) copy(variant.sha256);
  }
}

MediaNumbers take_media(db::Tx& tx, const Offer& offer, Instant now) {
  auto gone = kept_media(tx, offer.siren);
  MediaNumbers numbers;
  for (const SharedMedia& shared : offer.media) {
    const auto known = gone.find(shared.media.id.value);
    const Kept* before = known == gone.end() ? nullptr : &known->second;
    const bool is_current = before != nullptr && before->digest == shared.digest;
    numbers[shared.media.id.value] = is_current ? before->id.value : take(tx, offer, shared, before, now).value;
    if (before != nullptr) gone.erase(known);
  }
  for (const auto& [source_id, media] : gone) media_store::erase(tx, media.id);
  return numbers;
}

void erase_media_of(db::Tx& tx, std::string_view siren) {
  for (const auto& [source_id, media] : kept_media(tx, siren)) media_store::erase(tx, media.id);
}

}  // namespace clocher::tenants
