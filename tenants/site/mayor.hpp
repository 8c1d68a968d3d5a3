// The mayor is named once, in the profile: the directory of elected members follows.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/journal/event.hpp"

#include <string_view>

namespace clocher::tenants {

// In the caller's transaction, when the profile's mayor becomes `name`. Of the elected members, the one of that name gets the function
// "Maire" when none is written; without such a record, the one of the former name is corrected when it says "Maire"; without that, and
// when nobody is said to be mayor, a record is made. A record that says otherwise is the town hall's own matter.
void place_mayor(db::Tx& tx, const Actor& actor, std::string_view former, std::string_view name, Instant now);

}  // namespace clocher::tenants
