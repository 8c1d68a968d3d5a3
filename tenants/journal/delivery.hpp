// Sends what a commune's outbox holds: outside any transaction, with the same Message-ID at each attempt.
#pragma once

#include "core/base/clock.hpp"
#include "core/outbound/mail.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>

namespace clocher::tenants {

// How mails leave; the same for every commune.
struct PostOffice {
  outbound::Mailer& mailer;
  const view::Catalogue& catalogue;  // agents read why a mail failed
  std::string sender;                // address of every mail; answers go to the town hall's own
  std::string base_domain;           // of Message-IDs: <outbox-12.72213@clocher.localhost>
};

struct DeliveryReport {
  int sent = 0;
  int postponed = 0;                // tried again later, see retry_delay()
  int failed = 0;                   // given up: an agent sees it with its reason
  bool server_is_away = false;      // the rest was left as it is: the next mail would wait as long for nothing
  std::optional<Instant> next_due;  // of what still waits in this commune
};

// Everything that is due. Killed between sending and writing that down, the mail is sent again under its Message-ID.
[[nodiscard]] DeliveryReport deliver_due(Tenant& tenant, const PostOffice& office, Instant now);

}  // namespace clocher::tenants
