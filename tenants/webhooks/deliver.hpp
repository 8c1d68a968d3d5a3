// Sends the callbacks that are due: outside any transaction, under the same delivery id at each attempt.
#pragma once

#include "core/view/catalogue.hpp"
#include "tenants/rounds.hpp"
#include "tenants/webhooks/webhook.hpp"

#include <functional>

namespace clocher::tenants {

// outbound::post_callback, another in tests.
using CallbackSender = std::function<Result<void>(const outbound::Callback& callback, Instant now)>;

// Retried by retry_delay(); given up at once when the receiver says 410 or lies in our own network. A peer that cannot be
// reached puts off what else waits for it, not what waits for others.
[[nodiscard]] Visit deliver_due_callbacks(Tenant& tenant, const view::Catalogue& catalogue, const CallbackSender& sender,
                                          Instant now);

}  // namespace clocher::tenants
