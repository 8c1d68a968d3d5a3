// What the space of an intercommunality offers to its communes: the contents it has published.
#pragma once

#include "core/base/clock.hpp"
#include "core/json/json.hpp"
#include "tenants/site/content.hpp"
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

struct Offer {
  std::string siren;
  std::string name;  // "Communauté de communes des Vallées de la Braye et de l’Anille"
  std::vector<SharedItem> items;
  std::string digest;
};

// Everything residents could read at that moment. What names records or files of the space by number
// (contact cards, pictures, documents) stays there; links to its files lead to it.
[[nodiscard]] Offer offer_of(Tenant& space, Instant now);

}  // namespace clocher::tenants
