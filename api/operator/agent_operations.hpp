// Operations on the accounts of one commune's agents.
#pragma once

#include "api/services.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// {insee, email, name, role, password?} -> {insee, commune, email, name, role, url, password?}: the password is in the
// answer only when it was generated, because none was given. Errors of tenants::create_agent and of opening the commune.
[[nodiscard]] Result<json::Value> create_agent(Services& services, const json::Object& input);
// {insee, email, password?} -> the same; ends the agent's sessions. Errors of tenants::set_agent_password.
[[nodiscard]] Result<json::Value> reset_password(Services& services, const json::Object& input);
// {insee} -> [{email, name, role}].
[[nodiscard]] Result<json::Value> list_agents(Services& services, const json::Object& input);

}  // namespace clocher::api::control
