// Reads the published contents of a space, and names each by what it holds.
#include "tenants/sharing/offer.hpp"

#include "core/security/crypto.hpp"
#include "tenants/sharing/media_names.hpp"
#include "tenants/sharing/portable.hpp"
#include "tenants/sharing/shared_media.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/site/section.hpp"

#include <set>
#include <utility>

namespace clocher::tenants {
namespace {

std::string digest_of(const SharedItem& item) {
  const json::Value expiry = item.expires_at ? json::Value(item.expires_at->seconds) : json::Value(nullptr);
  return security::sha256_hex(json::serialize(json::Array{
      item.source_id, to_string(item.kind), item.section, item.slug, item.text.title, item.text.summary,
      item.text.body_markdown, item.text.blocks, item.text.details, item.published_at.seconds, expiry}));
}

void add_published(db::ReadTx& tx, ContentKind kind, std::string_view section, Instant now, Offer& offer) {
  for (const Content& listed : list_published(tx, kind, section, now)) {
    auto content = find_published(tx, kind, section, listed.slug, now);  // lists leave bodies out
    if (!content) continue;
    SharedItem item{content->id.value,
                    kind,
                    content->section,
                    content->slug,
                    portable(tx, std::move(content->text)),
                    content->published_at.value_or(content->updated_at),
                    content->expires_at,
                    ""};
    item.digest = digest_of(item);
    offer.items.push_back(std::move(item));
  }
}

std::vector<std::int64_t> media_of(std::vector<SharedItem>& items) {
  std::set<std::int64_t> numbers;
  for (SharedItem& item : items) {
    renumber_media(item.text, [&](std::int64_t number) {
      if (number != no_media) numbers.insert(number);
      return number;
    });
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace

Offer offer_of(Tenant& space, Instant now) {
  Offer offer;
  offer.siren = space.insee();
  space.read([&](db::ReadTx& tx) {
    offer.name = read_profile(tx).name;
    // Only the sections that every commune starts with: in one of the space's own, a page would stand nowhere.
    for (const std::string_view section : {town_hall_slug, living_slug})
      add_published(tx, ContentKind::page, section, now, offer);
    for (const ContentKind kind : {ContentKind::news, ContentKind::event, ContentKind::alert})
      add_published(tx, kind, section_of(kind), now, offer);
    offer.media = offered_media(tx, media_of(offer.items));
  });
  std::string digests = offer.name;
  for (const SharedItem& item : offer.items) digests += item.digest;
  for (const SharedMedia& media : offer.media) digests += media.digest;
  offer.digest = security::sha256_hex(digests);
  return offer;
}

}  // namespace clocher::tenants
