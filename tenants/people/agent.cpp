// Creating agents and changing their password.
#include "tenants/people/agent.hpp"

#include "core/base/text.hpp"
#include "core/security/password.hpp"
#include "tenants/people/address.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 4> roles = {"secretaire", "elu", "regisseur", "administrateur"};
constexpr std::size_t longest_name = 100;

Agent read_agent(const db::Row& row) { return {row.id<Agent>(0), row.text(1), row.text(2), row.text(3)}; }

std::vector<FieldError> check(const NewAgent& input) {
  std::vector<FieldError> errors;
  if (!is_mail_address(input.email)) errors.push_back({"email", "agent.email", {}});
  const std::string_view name = trim(input.name);
  if (name.empty() || length_in_characters(name) > longest_name) errors.push_back({"name", "agent.name", {}});
  if (std::ranges::find(roles, input.role) == roles.end()) errors.push_back({"role", "agent.role", {}});
  return errors;
}

}  // namespace

Result<Agent> create_agent(Tenant& tenant, const Actor& actor, const NewAgent& input, Instant now) {
  const std::string email = normalize_mail_address(input.email);
  std::vector<FieldError> errors = check(input);
  if (const auto strong = security::check_new_password(input.password, {email, tenant.identity().name}); !strong) {
    errors.insert(errors.end(), strong.error().fields.begin(), strong.error().fields.end());
  }
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  const std::string hash = security::hash_password(input.password);  // slow on purpose: before the transaction
  return tenant.write_private([&](db::Tx& tx) -> Result<Agent> {
    if (tx.number("SELECT COUNT(*) FROM agent WHERE email = ?", email) > 0) {
      return fail(ErrorKind::conflict, "agent.exists", {{"email", email}});
    }
    Agent agent{{}, email, one_line(trim(input.name)), input.role};
    agent.id.value =
        tx.insert("INSERT INTO agent (email, name, role, password_hash, created_at) VALUES (?, ?, ?, ?, ?)",
                  agent.email, agent.name, agent.role, hash, now);
    append_event(tx, actor, {"agent", agent.id.value}, "agent.created", agent.role, now);
    return agent;
  });
}

Result<Agent> set_agent_password(Tenant& tenant, const Actor& actor, std::string_view email, std::string_view password,
                                 Instant now) {
  const std::string address = normalize_mail_address(email);
  const auto strong = security::check_new_password(password, {address, tenant.identity().name});
  if (!strong) return fail(strong.error());
  const std::string hash = security::hash_password(password);
  return tenant.write_private([&](db::Tx& tx) -> Result<Agent> {
    auto agent = tx.one("SELECT id, email, name, role FROM agent WHERE email = ?", read_agent, address);
    if (!agent) return fail(ErrorKind::not_found, "agent.unknown", {{"email", address}});
    tx.run("UPDATE agent SET password_hash = ? WHERE id = ?", hash, agent->id);
    tx.run("DELETE FROM agent_session WHERE agent_id = ?", agent->id);
    append_event(tx, actor, {"agent", agent->id.value}, "agent.password_changed", "", now);
    return std::move(*agent);
  });
}

std::vector<Agent> list_agents(db::ReadTx& tx) {
  return tx.all("SELECT id, email, name, role FROM agent WHERE disabled_at IS NULL ORDER BY name, id", read_agent);
}

std::vector<std::string> agent_addresses(db::ReadTx& tx) {
  return tx.all("SELECT email FROM agent WHERE disabled_at IS NULL ORDER BY id",
                [](const db::Row& row) { return row.text(0); });
}

Actor as_actor(const Agent& agent) { return {ActorKind::agent, agent.name}; }

}  // namespace clocher::tenants
