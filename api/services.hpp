// Everything the process owns, made once at start.
#pragma once

#include "api/audience_counter.hpp"
#include "api/tools.hpp"
#include "core/base/clock.hpp"
#include "core/base/config.hpp"
#include "core/http/page_cache.hpp"
#include "core/outbound/mail.hpp"
#include "payments/gateways.hpp"
#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/provisioning.hpp"
#include "tenants/reference/register.hpp"
#include "tenants/registry.hpp"
#include "tenants/seed.hpp"
#include "tenants/sheets/importer.hpp"
#include "tenants/sheets/store.hpp"

#include <memory>
#include <string>

namespace clocher::api {

struct Services {
  const Config config;
  const Clock& clock;
  const std::string secret_key;
  const reference::Register reference;
  const view::Views views;
  const view::Catalogue catalogue;
  const tenants::Seed seed;
  tenants::Registry registry;
  dossiers::Rehearsal rehearsal;  // of what procedures promise
  sheets::Store sheets;
  sheets::Importer sheet_importer;
  tenants::SiteSearch search;
  http::PageCache page_cache;
  security::AttemptThrottle throttle;  // guesses
  security::AttemptThrottle deluge;    // forms sent, right or wrong
  security::AttemptThrottle typing;    // forms kept while they are typed
  security::AttemptThrottle searches;
  AudienceCounter audience;
  payments::Gateways gateways;

  // Opens registry.db and sheets.db: throws db::DatabaseBusy when another process serves the same folder.
  // `reference_path` is reference.db beside the binary. Reads or makes the data folder and the secret key.
  Services(Config config, const Clock& clock, const std::string& reference_path);

  [[nodiscard]] Tools tools() { return {config, views, catalogue, secret_key, throttle, sheets, clock, search, searches, rehearsal, gateways}; }
  // The number of a commune's cached pages: grows with its own writes and with those of the sheets that every commune shows.
  // Both only grow, so that an equal sum is an equal state.
  [[nodiscard]] std::int64_t page_generation(const tenants::Tenant& tenant) const {
    return tenant.generation() + sheets.generation();
  }
  [[nodiscard]] tenants::ProvisioningTools provisioning() { return {registry, reference, seed, config.base_domain}; }
};

// SmtpMailer, or FolderMailer when no SMTP host is configured.
[[nodiscard]] std::unique_ptr<outbound::Mailer> make_mailer(const Config& config);

}  // namespace clocher::api
