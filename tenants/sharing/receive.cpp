// Brings the commune's copy of an offer up to date, in one transaction.
#include "tenants/sharing/media_names.hpp"
#include "tenants/sharing/shared_media.hpp"
#include "tenants/sharing/shared_store.hpp"
#include "tenants/site/content_address.hpp"
#include "tenants/site/content_store.hpp"

#include <map>

namespace clocher::tenants {
namespace {

// With the commune's numbers in place of the space's.
SharedItem at_home(SharedItem item, const MediaNumbers& numbers) {
  renumber_media(item.text, [&](std::int64_t number) {
    const auto known = numbers.find(number);
    return known == numbers.end() ? no_media : known->second;
  });
  return item;
}

void take_in(db::Tx& tx, const Offer& offer, const SharedItem& item, Instant now) {
  const std::string slug = free_slug(tx, item.kind, item.section, item.slug);
  const Id<Content> id = content_store::insert(tx, item.kind, item.section, slug, 1000, now);
  shared_store::link(tx, id, offer.siren, item);
  shared_store::replace_text(tx, id, item, offer.name, now);
}

void bring_up_to_date(db::Tx& tx, const Offer& offer, const MediaNumbers& numbers, Instant now) {
  std::map<std::int64_t, shared_store::Received> here;
  for (shared_store::Received& one : shared_store::list_received(tx, offer.siren)) here[one.source_id] = std::move(one);
  for (const SharedItem& item : offer.items) {
    const auto known = here.find(item.source_id);
    if (known == here.end()) {
      take_in(tx, offer, at_home(item, numbers), now);
      continue;
    }
    if (known->second.digest != item.digest) {
      shared_store::replace_text(tx, known->second.id, at_home(item, numbers), offer.name, now);
      shared_store::set_digest(tx, known->second.id, item.digest);
    }
    here.erase(known);
  }
  for (const auto& [source_id, gone] : here) shared_store::delete_content(tx, gone.id);
}

}  // namespace

void receive(Tenant& commune, const Offer& offer, const FileStore& space_files, Instant now) {
  const std::string known =
      commune.read([&](db::ReadTx& tx) { return shared_store::digest_of_source(tx, offer.siren); });
  if (known == offer.digest) return;
  copy_files(commune, offer, space_files);
  commune.write([&](db::Tx& tx) {
    shared_store::upsert_source(tx, offer.siren, offer.name, offer.digest);
    bring_up_to_date(tx, offer, take_media(tx, offer, now), now);
    shared_store::show_by_rule(tx, offer.siren);
  });
}

void forget_source(Tenant& commune, std::string_view siren) {
  commune.write([&](db::Tx& tx) {
    for (const shared_store::Received& one : shared_store::list_received(tx, siren))
      shared_store::delete_content(tx, one.id);
    erase_media_of(tx, siren);
    shared_store::delete_source(tx, siren);
  });
}

}  // namespace clocher::tenants
