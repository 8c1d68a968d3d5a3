// Addresses that no other content has.
#pragma once

#include "tenants/site/content.hpp"

namespace clocher::tenants {

// `wanted`, or "page" for "", with a number behind it when it is taken.
[[nodiscard]] std::string free_slug(db::ReadTx& tx, ContentKind kind, std::string_view section,
                                    std::string_view wanted);

}  // namespace clocher::tenants
