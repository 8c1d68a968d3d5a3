// What residents of a commune may find: every noun of its public site gives its documents.
#pragma once

#include "core/base/clock.hpp"
#include "core/search/index.hpp"
#include "tenants/tenant.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace clocher::tenants {

struct PublicDocuments {
  std::vector<search::Document> documents;
  // The first moment to come at which these are no longer right although nobody writes; search::never when there is none.
  Instant changes_at = search::never;
};

// Kinds: page, news, event, alert, procedure, directory, act. What residents read at that moment, in one reading; what begins
// or ends by itself carries its moments.
[[nodiscard]] PublicDocuments public_documents(Tenant& tenant, Instant now);

}  // namespace clocher::tenants
