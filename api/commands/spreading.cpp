// Reads a space, then writes to its communes one after the other: never two communes' data in one transaction.
#include "api/commands/spreading.hpp"

#include "core/base/log.hpp"
#include "tenants/sharing/shared.hpp"

namespace clocher::api::commands {
namespace {

using tenants::CommuneRecord;

bool is_served(const CommuneRecord& record) {
  return record.state == tenants::CommuneState::ready && !record.suspended_at;
}

void spread(Services& services, const tenants::Offer& offer, const tenants::FileStore& files, const std::vector<CommuneRecord>& communes,
            const std::function<bool()>& is_stopping) {
  for (const CommuneRecord& commune : communes) {
    if (is_stopping()) return;
    if (tenants::is_epci_space(commune.insee) || commune.epci_siren != offer.siren || !is_served(commune)) continue;
    const auto tenant = services.registry.open_for_job(commune.insee);
    if (!tenant) continue;
    try {
      tenants::receive(**tenant, offer, files, services.clock.now());
    } catch (const std::exception& error) {
      log::error("sharing.failed", {{"commune", commune.insee}, {"reason", std::string_view(error.what())}});
    }
  }
}

}  // namespace

void spread_shared_contents(Services& services, const std::function<bool()>& is_stopping) {
  const auto records = services.registry.list();
  for (const CommuneRecord& record : records) {
    if (is_stopping()) return;
    if (!tenants::is_epci_space(record.insee) || !is_served(record)) continue;
    const auto space = services.registry.open_for_job(record.insee);
    if (space)
      spread(services, tenants::offer_of(**space, services.clock.now()), (*space)->files(), records, is_stopping);
  }
}

}  // namespace clocher::api::commands
