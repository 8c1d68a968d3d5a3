// The people of the town hall who may use the administration of their commune.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/tenant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct Agent {
  Id<Agent> id;
  std::string email;  // lower case, unique in the commune
  std::string name;
  std::string role;  // secretaire, elu, regisseur, administrateur
};

struct NewAgent {
  std::string email;
  std::string name;
  std::string role;
  std::string password;  // clear text, at least 12 characters; never stored
};

// Errors: invalid (agent.email, agent.name, agent.role, password.*), conflict agent.exists.
[[nodiscard]] Result<Agent> create_agent(Tenant& tenant, const Actor& actor, const NewAgent& input, Instant now);

// A new password ends every session of the agent. not_found agent.unknown.
[[nodiscard]] Result<Agent> set_agent_password(Tenant& tenant, const Actor& actor, std::string_view email,
                                               std::string_view password, Instant now);

[[nodiscard]] std::vector<Agent> list_agents(db::ReadTx& tx);

// Where news for the town hall goes: the e-mail of each agent who is not disabled.
[[nodiscard]] std::vector<std::string> agent_addresses(db::ReadTx& tx);

[[nodiscard]] Actor as_actor(const Agent& agent);

}  // namespace clocher::tenants
