// Words and targets of links: understood out of context, and leading somewhere (RGAA 6.1).
#pragma once

#include "tenants/site/checks.hpp"

namespace clocher::tenants {

void check_links(const std::vector<CheckedLink>& links, const LeadsSomewhere& leads_somewhere,
                 std::vector<Finding>& findings);

}  // namespace clocher::tenants
