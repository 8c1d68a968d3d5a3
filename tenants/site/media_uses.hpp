// Where a picture or a document is shown: asked before it goes, and before it is given to the public.
#pragma once

#include "tenants/site/media.hpp"

#include <string>
#include <vector>

namespace clocher::tenants {

struct MediaUse {
  std::string kind;   // "content", "directory", "logo", "hero", "act": from a source of the table in media_uses.cpp
  std::int64_t id = 0;
  std::string title;  // "" for logo and hero
  bool is_public = false;  // what is published shows it, not only a draft
};

// All sources, in their order. A new noun that names media adds a row to the table in media_uses.cpp.
[[nodiscard]] std::vector<MediaUse> media_uses(db::ReadTx& tx, Id<Media> id);

// Anybody may have it: it is not in the bin and something published shows it.
[[nodiscard]] bool is_public_media(db::ReadTx& tx, Id<Media> id);

}  // namespace clocher::tenants
