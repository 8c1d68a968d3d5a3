// A generated password is shown once, to the operator, and kept nowhere.
#include "api/operator/agent_operations.hpp"

#include "api/operator/operations.hpp"
#include "core/security/password.hpp"
#include "tenants/people/agent.hpp"

namespace clocher::api::control {
namespace {

struct Password {
  std::string text;
  bool is_generated;
};

Password password_of(const json::Object& input) {
  std::string given = json::string_or(input, "password");
  if (!given.empty()) return {std::move(given), false};
  return {security::generate_password(), true};
}

Result<tenants::TenantHandle> open(Services& services, const json::Object& input) {
  return services.registry.open(json::string_or(input, "insee"));
}

json::Object agent_to_json(const tenants::Agent& agent) {
  return {{"email", agent.email}, {"name", agent.name}, {"role", agent.role}};
}

json::Object account(const tenants::Tenant& tenant, const tenants::Agent& agent, const Password& password) {
  json::Object answer = agent_to_json(agent);
  answer["insee"] = tenant.insee();
  answer["commune"] = tenant.identity().name;
  answer["url"] = tenant.identity().site_url + "/admin/";
  if (password.is_generated) answer["password"] = password.text;
  return answer;
}

}  // namespace

Result<json::Value> create_agent(Services& services, const json::Object& input) {
  const auto tenant = open(services, input);
  if (!tenant) return fail(tenant.error());
  const Password password = password_of(input);
  const tenants::NewAgent request{json::string_or(input, "email"), json::string_or(input, "name"),
                                  json::string_or(input, "role"), password.text};
  const auto agent = tenants::create_agent(**tenant, operator_actor(), request, services.clock.now());
  if (!agent) return fail(agent.error());
  return account(**tenant, *agent, password);
}

Result<json::Value> reset_password(Services& services, const json::Object& input) {
  const auto tenant = open(services, input);
  if (!tenant) return fail(tenant.error());
  const Password password = password_of(input);
  const auto agent = tenants::set_agent_password(**tenant, operator_actor(), json::string_or(input, "email"),
                                                 password.text, services.clock.now());
  if (!agent) return fail(agent.error());
  return account(**tenant, *agent, password);
}

Result<json::Value> list_agents(Services& services, const json::Object& input) {
  const auto tenant = open(services, input);
  if (!tenant) return fail(tenant.error());
  json::Array list;
  for (const tenants::Agent& agent : (*tenant)->read(tenants::list_agents)) list.push_back(agent_to_json(agent));
  return list;
}

}  // namespace clocher::api::control
