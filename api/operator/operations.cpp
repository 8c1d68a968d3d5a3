// The table, and the one place where a broken world becomes an answer for the operator.
#include "api/operator/operations.hpp"

#include "api/operator/agent_operations.hpp"
#include "api/operator/commune_operations.hpp"
#include "api/operator/money_operations.hpp"
#include "api/operator/platform_operations.hpp"
#include "api/operator/procedure_operations.hpp"
#include "api/operator/sheet_operations.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/db/sqlite.hpp"

#include <algorithm>
#include <array>

namespace clocher::api::control {
namespace {

constexpr std::array<Operation, 20> table = {{
    {"agent.create", create_agent},
    {"agent.list", list_agents},
    {"agent.password", reset_password},
    {"commune.check", check_commune},
    {"commune.create", create_commune},
    {"commune.delete", delete_commune},
    {"commune.list", list_communes},
    {"commune.migrate", migrate_commune},
    {"commune.resume", resume_commune},
    {"commune.show", show_commune},
    {"commune.suspend", suspend_commune},
    {"epci.open", open_epci_space},
    {"epci.plan", plan_epci},
    {"journal.verify", verify_journal},
    {"platform.health", platform_health},
    {"platform.list", list_all},
    {"procedure.test", test_procedures},
    {"sheets.import", import_sheets},
    {"sheets.progress", sheets_progress},
    {"sheets.status", sheets_status},
}};

Result<json::Value> run_guarded(Services& services, const Operation& operation, const json::Object& input) {
  try {
    return operation.run(services, input);
  } catch (const DiskFull&) {
    return fail(ErrorKind::storage_full, "storage.full");
  } catch (const db::StorageFull&) {
    return fail(ErrorKind::storage_full, "storage.full");
  } catch (const std::exception& error) {
    return fail(ErrorKind::unavailable, "operation.failed", {{"reason", error.what()}});
  }
}

}  // namespace

std::span<const Operation> operations() { return table; }

Result<json::Value> run_operation(Services& services, std::string_view name, const json::Object& input) {
  const auto found = std::ranges::find(table, name, &Operation::name);
  if (found == table.end()) return fail(ErrorKind::not_found, "operation.unknown", {{"name", std::string(name)}});
  auto answer = run_guarded(services, *found, input);
  const std::string commune = json::string_or(input, "insee");
  if (answer) {
    log::info("operation.done", {{"operation", name}, {"commune", commune}});
  } else {
    const auto reason = answer.error().arguments.find("reason");
    log::warning("operation.refused", {{"operation", name},
                                       {"commune", commune},
                                       {"key", answer.error().key},
                                       {"reason", reason == answer.error().arguments.end() ? "" : reason->second}});
  }
  return answer;
}

json::Object commune_to_json(const tenants::Registry& registry, const tenants::CommuneRecord& commune) {
  return {{"insee", commune.insee},
          {"name", commune.name},
          {"host", commune.host},
          {"state", tenants::to_string(commune.state)},
          {"population", commune.population},
          {"epci", commune.epci_siren.empty() ? json::Value(nullptr) : json::Value(commune.epci_siren)},
          {"epci_name", commune.epci_name.empty() ? json::Value(nullptr) : json::Value(commune.epci_name)},
          {"department", commune.department},
          {"url", registry.identity_of(commune).site_url},
          {"suspended", commune.suspended_at.has_value()}};
}

tenants::Actor operator_actor() { return {tenants::ActorKind::operator_, "exploitant"}; }

}  // namespace clocher::api::control
