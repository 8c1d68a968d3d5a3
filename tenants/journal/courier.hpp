// Takes mail to the communes' readers, wherever some waits.
#pragma once

#include "tenants/journal/delivery.hpp"
#include "tenants/rounds.hpp"

namespace clocher::tenants {

// A mail server that is away ends the round: the next mail would wait as long for nothing.
class Courier : public Rounds {
 public:
  Courier(Registry& registry, const PostOffice& office, const Clock& clock)
      : Rounds(
            registry, "courier",
            [office](Tenant& tenant, Instant now) {
              const DeliveryReport report = deliver_due(tenant, office, now);
              return Visit{report.next_due, report.server_is_away};
            },
            clock) {}
};

}  // namespace clocher::tenants
