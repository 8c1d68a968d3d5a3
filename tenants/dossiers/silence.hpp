// What the upkeep does for the clocks: notes which receipts left, works out days, and writes down what silence has decided.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <cstdint>

namespace clocher::dossiers {

// A request whose delay ended yesterday or earlier without a decision is accepted or refused as its procedure says; the
// resident and the agents are told. How many. Doing it twice is harmless.
std::int64_t keep_clocks(tenants::Tenant& tenant, const tenants::Texts& texts, Instant now);

}  // namespace clocher::dossiers
