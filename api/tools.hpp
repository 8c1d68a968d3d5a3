// What a handler may use besides its commune: words, secrets, throttles, the time. No way from here to another commune.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/config.hpp"
#include "core/http/cookie.hpp"
#include "core/security/rate_limit.hpp"
#include "core/view/catalogue.hpp"
#include "core/view/template.hpp"
#include "payments/gateways.hpp"
#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/people/agent_session.hpp"
#include "tenants/search/site_search.hpp"
#include "tenants/sheets/store.hpp"
#include "tenants/texts.hpp"

#include <string>

namespace clocher::api {

struct Tools {
  const Config& config;
  const view::Views& views;
  const view::Catalogue& catalogue;
  const std::string& secret_key;        // 32 bytes: form tokens and signed links
  security::AttemptThrottle& throttle;  // guesses: passwords, tracking codes
  sheets::Store& sheets;                // of Service-Public, the same for all communes
  const Clock& clock;
  tenants::SiteSearch& search;
  security::AttemptThrottle& searches;  // each costs some milliseconds
  dossiers::Rehearsal& rehearsal;       // plays the tests of procedures
  payments::Gateways& gateways;

  [[nodiscard]] tenants::Texts texts() const { return {views, catalogue}; }
  [[nodiscard]] http::Transport transport() const {
    return config.public_scheme == PublicScheme::https ? http::Transport::https : http::Transport::plain_http;
  }
  [[nodiscard]] tenants::SessionPolicy session_policy() const {
    return {config.agent_session_hours * one_hour, config.agent_session_idle_minutes * one_minute};
  }
  [[nodiscard]] std::int64_t draft_seconds() const { return config.draft_days * one_day; }
};

}  // namespace clocher::api
