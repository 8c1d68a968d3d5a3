// Where a page stands: in which section, and at which place there.
#pragma once

#include "tenants/site/content.hpp"

namespace clocher::tenants {

// At `place` (1 is first, beyond the last is last) among the pages of `section`. From another section, its address changes,
// gets a number when it is taken there, and the old one leads to the new one from then on.
// invalid with section; not_found for what is no page.
[[nodiscard]] Result<Content> place_page(Tenant& tenant, const Actor& actor, Id<Content> id, std::string_view section,
                                         std::int64_t place, Instant now);

// The present address of the page that stood there before; nothing when residents cannot read it.
[[nodiscard]] std::optional<std::string> present_address(db::ReadTx& tx, std::string_view section, std::string_view slug,
                                                         Instant now);

}  // namespace clocher::tenants
