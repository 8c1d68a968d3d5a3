// What residents of a commune may find: every noun of its public site gives its documents.
#pragma once

#include "core/search/index.hpp"
#include "tenants/tenant.hpp"

#include <vector>

namespace clocher::tenants {

// Kinds: page, news, event, alert, procedure, directory, act. Only what residents read at that moment; what expires carries
// its end. In one reading.
[[nodiscard]] std::vector<search::Document> public_documents(Tenant& tenant, Instant now);

}  // namespace clocher::tenants
