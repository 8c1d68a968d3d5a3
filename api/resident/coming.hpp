// The next events, for the home page.
#pragma once

#include "core/base/clock.hpp"
#include "core/json/json.hpp"
#include "tenants/tenant.hpp"

#include <cstddef>

namespace clocher::api::resident {

// `events` of home.html: the next time of each of the events that come first.
[[nodiscard]] json::Array coming_events(db::ReadTx& tx, Instant now, std::size_t most);

}  // namespace clocher::api::resident
