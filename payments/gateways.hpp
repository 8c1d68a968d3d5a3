// Makes the gateway of an account: the one place that knows which protocols there are.
#pragma once

#include "payments/pay.hpp"
#include "payments/payfip/endpoint.hpp"

#include <string>

namespace clocher::payments {

// The endpoint outlives what it makes. `platform_key` opens the keys of régies.
[[nodiscard]] GatewayMaker gateway_maker(payfip::Endpoint& endpoint, std::string platform_key);

}  // namespace clocher::payments
