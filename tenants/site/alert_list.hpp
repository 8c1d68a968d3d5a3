// Which alerts stand now, and which have just been.
#pragma once

#include "tenants/site/alert.hpp"
#include "tenants/site/content.hpp"

#include <vector>

namespace clocher::tenants {

struct Alert {
  Content content;  // without body and blocks
  AlertDetails details;
};

// The alerts of a commune that are or will be public, whatever their period: read once, asked for any moment.
[[nodiscard]] std::vector<Alert> read_alerts(db::ReadTx& tx);

// The most severe first, then the newest.
[[nodiscard]] std::vector<Alert> running_alerts(const std::vector<Alert>& alerts, Instant now);
// Ended within the last 30 days, the last first.
[[nodiscard]] std::vector<Alert> past_alerts(const std::vector<Alert>& alerts, Instant now);

}  // namespace clocher::tenants
