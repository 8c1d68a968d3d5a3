// Reads the published contents of a space, and names each by what it holds.
#include "tenants/sharing/offer.hpp"

#include "core/security/crypto.hpp"
#include "tenants/site/profile.hpp"
#include "tenants/site/section.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::tenants {
namespace {

// Numbers of records and files mean something in the space alone: in a commune the same number is another thing.
constexpr std::array<std::string_view, 4> own_blocks = {"contact", "files", "gallery", "image"};
constexpr std::array<std::string_view, 2> own_details = {"image", "place_id"};

// Files of the space are reached at the space; as pictures they become their words.
std::string with_own_addresses(std::string text, const std::string& site_url) {
  for (const char* start : {"](/images/", "](/documents/"}) {
    const std::string_view path = std::string_view(start).substr(2);
    for (std::size_t at = text.find(start); at != std::string::npos; at = text.find(start, at + 2))
      text.replace(at + 2, path.size(), site_url + std::string(path));
  }
  return text;
}

ContentText portable(ContentText text, const std::string& site_url) {
  json::Array kept;
  for (const json::Value& block : text.blocks) {
    const std::string type = json::string_or(block.as_object(), "type");
    if (std::ranges::find(own_blocks, type) == own_blocks.end()) kept.push_back(block);
  }
  text.blocks = json::parse_trusted(with_own_addresses(json::serialize(kept), site_url)).as_array();
  for (const std::string_view name : own_details) text.details.erase(name);
  text.body_markdown = with_own_addresses(std::move(text.body_markdown), site_url);
  return text;
}

std::string digest_of(const SharedItem& item) {
  const json::Value expiry = item.expires_at ? json::Value(item.expires_at->seconds) : json::Value(nullptr);
  return security::sha256_hex(json::serialize(json::Array{
      item.source_id, to_string(item.kind), item.section, item.slug, item.text.title, item.text.summary,
      item.text.body_markdown, item.text.blocks, item.text.details, item.published_at.seconds, expiry}));
}

void add_published(db::ReadTx& tx, ContentKind kind, std::string_view section, const std::string& site_url, Instant now,
                   Offer& offer) {
  for (const Content& listed : list_published(tx, kind, section, now)) {
    auto content = find_published(tx, kind, section, listed.slug, now);  // lists leave bodies out
    if (!content) continue;
    SharedItem item{content->id.value, kind, content->section, content->slug, portable(std::move(content->text), site_url),
                    content->published_at.value_or(content->updated_at), content->expires_at, ""};
    item.digest = digest_of(item);
    offer.items.push_back(std::move(item));
  }
}

}  // namespace

Offer offer_of(Tenant& space, Instant now) {
  Offer offer;
  offer.siren = space.insee();
  const std::string& site_url = space.identity().site_url;
  space.read([&](db::ReadTx& tx) {
    offer.name = read_profile(tx).name;
    for (const Section& section : page_sections) add_published(tx, ContentKind::page, section.slug, site_url, now, offer);
    for (const ContentKind kind : {ContentKind::news, ContentKind::event, ContentKind::alert})
      add_published(tx, kind, section_of(kind), site_url, now, offer);
  });
  std::string digests = offer.name;
  for (const SharedItem& item : offer.items) digests += item.digest;
  offer.digest = security::sha256_hex(digests);
  return offer;
}

}  // namespace clocher::tenants
