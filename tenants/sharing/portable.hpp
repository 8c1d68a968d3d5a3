// A content of the space, freed of what only the space knows.
#pragma once

#include "tenants/site/content.hpp"

namespace clocher::tenants {

// Contact cards become the words they show, the place of an event its name and address: communes do not have the directory
// of the space. Media keep their numbers (see media_names.hpp); those in the bin or unknown are named no more.
[[nodiscard]] ContentText portable(db::ReadTx& tx, ContentText text);

}  // namespace clocher::tenants
