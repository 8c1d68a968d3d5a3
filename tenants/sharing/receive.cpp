// Brings the commune's copy of an offer up to date, in one transaction.
#include "tenants/sharing/shared_store.hpp"
#include "tenants/site/content_address.hpp"
#include "tenants/site/content_store.hpp"

#include <map>

namespace clocher::tenants {
namespace {

void take_in(db::Tx& tx, const Offer& offer, const SharedItem& item, Instant now) {
  const std::string slug = free_slug(tx, item.kind, item.section, item.slug);
  const Id<Content> id = content_store::insert(tx, item.kind, item.section, slug, 1000, now);
  shared_store::link(tx, id, offer.siren, item);
  shared_store::replace_text(tx, id, item, offer.name, now);
}

void bring_up_to_date(db::Tx& tx, const Offer& offer, Instant now) {
  std::map<std::int64_t, shared_store::Received> here;
  for (shared_store::Received& one : shared_store::list_received(tx, offer.siren)) here[one.source_id] = std::move(one);
  for (const SharedItem& item : offer.items) {
    const auto known = here.find(item.source_id);
    if (known == here.end()) {
      take_in(tx, offer, item, now);
      continue;
    }
    if (known->second.digest != item.digest) {
      shared_store::replace_text(tx, known->second.id, item, offer.name, now);
      shared_store::set_digest(tx, known->second.id, item.digest);
    }
    here.erase(known);
  }
  for (const auto& [source_id, gone] : here) shared_store::delete_content(tx, gone.id);
}

}  // namespace

void receive(Tenant& commune, const Offer& offer, Instant now) {
  const std::string known =
      commune.read([&](db::ReadTx& tx) { return shared_store::digest_of_source(tx, offer.siren); });
  if (known == offer.digest) return;
  commune.write([&](db::Tx& tx) {
    shared_store::upsert_source(tx, offer.siren, offer.name, offer.digest);
    bring_up_to_date(tx, offer, now);
    shared_store::show_by_rule(tx, offer.siren);
  });
}

void forget_source(Tenant& commune, std::string_view siren) {
  commune.write([&](db::Tx& tx) {
    for (const shared_store::Received& one : shared_store::list_received(tx, siren))
      shared_store::delete_content(tx, one.id);
    shared_store::delete_source(tx, siren);
  });
}

}  // namespace clocher::tenants
