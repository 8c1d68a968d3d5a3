// What the space of an intercommunality offers to its communes: the contents it has published.
#pragma once

#include "core/base/clock.hpp"
#include "core/json/json.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/media_variants.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace clocher::tenants {

struct SharedItem {
  std::int64_t source_id = 0;  // of the content in the space
  ContentKind kind = ContentKind::page;
  std::string section;
  std::string slug;
  ContentText text;
  Instant published_at;
  std::optional<Instant> expires_at;
  std::string digest;  // of all of the above: the same digest is the same content
};

// A picture or document that items name.
struct SharedMedia {
  Media media;  // in the space
  std::vector<MediaVariant> variants;
  std::string digest;  // of its words and bytes
};

struct Offer {
  std::string siren;
  std::string name;  // "Communauté de communes des Vallées de la Braye et de l’Anille"
  std::vector<SharedItem> items;
  std::vector<SharedMedia> media;
  std::string digest;
};

// Everything residents could read at that moment, with the media it shows; see portable.hpp for what becomes of the rest.
[[nodiscard]] Offer offer_of(Tenant& space, Instant now);

}  // namespace clocher::tenants
