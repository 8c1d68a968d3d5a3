// Words of town halls that mean the same to whoever looks for them.
#pragma once

#include "core/search/query.hpp"

namespace clocher::tenants {

[[nodiscard]] search::Synonyms municipal_synonyms();

}  // namespace clocher::tenants
