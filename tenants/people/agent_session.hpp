// Signing in to the administration: opaque tokens, only their digest is stored (ASVS 7.2, 7.4).
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

struct SessionPolicy {
  std::int64_t longest_seconds = 12 * one_hour;  // ASVS 7.3.2: ends whatever happens
  std::int64_t idle_seconds = one_hour;          // ASVS 7.3.1: ends without activity
};

struct SignedIn {
  Agent agent;
  std::string token;  // for the cookie; cannot be read back
};

// unauthenticated session.wrong_pair: the same words and time for an unknown address and a wrong password.
// Throttling is the caller's (core/security/rate_limit), before this.
[[nodiscard]] Result<SignedIn> sign_in(Tenant& tenant, std::string_view email, std::string_view password,
                                       const SessionPolicy& policy, Instant now);

// The agent behind a token, and the session kept alive; nothing when unknown, ended, idle too long, or the agent is disabled.
[[nodiscard]] std::optional<Agent> agent_of_session(Tenant& tenant, std::string_view token, const SessionPolicy& policy,
                                                    Instant now);

// Drops sessions past their end; how many.
std::int64_t purge_sessions(Tenant& tenant, Instant now);

// Ends the session; an unknown token is no error.
void sign_out(Tenant& tenant, std::string_view token, Instant now);

}  // namespace clocher::tenants
