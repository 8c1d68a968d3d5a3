// Spreads what the spaces of intercommunalities publish to their communes.
#pragma once

#include "api/services.hpp"

#include <functional>
#include <string_view>

namespace clocher::api::commands {

// One round over all spaces: each commune of the same EPCI receives the offer as it now is. A commune that cannot be opened is
// left for the next round. Stops early when `is_stopping` says so.
void spread_shared_contents(Services& services, const std::function<bool()>& is_stopping);

}  // namespace clocher::api::commands
