// When the gateway is asked about an attempt that has not ended: the truth does not depend on a notification (ADR 0008).
#pragma once

#include "core/base/clock.hpp"

#include <optional>

namespace clocher::payments {

// The first moment after `asked_at` at which to ask: 1, 3, 5, 10 and 20 minutes after the start, then every hour for 7 days,
// then every day for 30. nullopt: nobody asks any more by himself. Moments that were missed are not made up for: one question
// answers for all of them. An attempt that was given up is asked about to the end, for a late payment revives it.
[[nodiscard]] std::optional<Instant> next_question_at(Instant started_at, Instant asked_at);

}  // namespace clocher::payments
