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

struct Alerts {
  std::vector<Alert> running;  // the most severe first, then the newest
  std::vector<Alert> past;     // ended within the last 30 days, the last first
};

[[nodiscard]] Alerts list_alerts(db::ReadTx& tx, Instant now);

}  // namespace clocher::tenants
