// Each operation is one verb of tenants/provisioning and its line in the commune's journal.
#include "api/operator/commune_operations.hpp"

#include "api/operator/operations.hpp"
#include "tenants/journal/event.hpp"

namespace clocher::api::control {
namespace {

using tenants::CommuneRecord;
using tenants::CommuneState;
using tenants::Registry;

Result<CommuneRecord> find(Services& services, const json::Object& input) {
  return services.registry.show(json::string_or(input, "insee"));
}

// The commune's own journal. A commune that cannot be opened is suspended or brought up to date all the same.
void journal(Registry& registry, std::string_view insee, std::string_view verb, std::string_view details) {
  const auto tenant = registry.open(insee);
  if (!tenant) return;
  (*tenant)->write([&](db::Tx& tx) {
    tenants::append_event(tx, operator_actor(), {"commune", 0}, verb, details, registry.clock().now());
  });
}

using Suspension = Result<CommuneRecord> (*)(Registry& registry, std::string_view insee);

Result<json::Value> change_suspension(Services& services, const json::Object& input, Suspension verb,
                                      std::string_view event) {
  const auto before = find(services, input);
  if (!before) return fail(before.error());
  const auto after = verb(services.registry, before->insee);
  if (!after) return fail(after.error());
  if (before->suspended_at.has_value() != after->suspended_at.has_value())
    journal(services.registry, after->insee, event, "");
  return commune_to_json(services.registry, *after);
}

}  // namespace

Result<json::Value> create_commune(Services& services, const json::Object& input) {
  const tenants::CommuneRequest request{json::string_or(input, "insee"), json::string_or(input, "name"),
                                        json::string_or(input, "host")};
  const auto before = services.registry.show(request.insee);
  const auto commune = tenants::create_commune(services.provisioning(), request);
  if (!commune) return fail(commune.error());
  json::Object answer = commune_to_json(services.registry, *commune);
  answer["created"] = !before || before->state != CommuneState::ready;
  return answer;
}

Result<json::Value> open_epci_space(Services& services, const json::Object& input) {
  const std::string siren = json::string_or(input, "siren");
  const auto before = services.registry.show(siren);
  const auto space = tenants::open_epci_space(services.provisioning(), siren, json::string_or(input, "host"));
  if (!space) return fail(space.error());
  json::Object answer = commune_to_json(services.registry, *space);
  answer["created"] = !before || before->state != CommuneState::ready;
  return answer;
}

Result<json::Value> list_communes(Services& services, const json::Object&) {
  json::Array list;
  for (const CommuneRecord& commune : services.registry.list()) {
    if (!tenants::is_epci_space(commune.insee)) list.push_back(commune_to_json(services.registry, commune));
  }
  return list;
}

Result<json::Value> list_all(Services& services, const json::Object&) {
  json::Array list;
  for (const CommuneRecord& commune : services.registry.list())
    list.push_back(commune_to_json(services.registry, commune));
  return list;
}

Result<json::Value> show_commune(Services& services, const json::Object& input) {
  const auto commune = find(services, input);
  if (!commune) return fail(commune.error());
  return commune_to_json(services.registry, *commune);
}

Result<json::Value> suspend_commune(Services& services, const json::Object& input) {
  return change_suspension(services, input, tenants::suspend_commune, "commune.suspended");
}

Result<json::Value> resume_commune(Services& services, const json::Object& input) {
  return change_suspension(services, input, tenants::resume_commune, "commune.resumed");
}

Result<json::Value> delete_commune(Services& services, const json::Object& input) {
  const auto commune = find(services, input);
  if (!commune) return fail(commune.error());
  const auto deleted = tenants::delete_commune(services.registry, commune->insee);
  if (!deleted) return fail(deleted.error());
  return commune_to_json(services.registry, *commune);
}

Result<json::Value> migrate_commune(Services& services, const json::Object& input) {
  const auto commune = find(services, input);
  if (!commune) return fail(commune.error());
  if (commune->state != CommuneState::ready)
    return fail(ErrorKind::conflict, "commune.half_made", {{"insee", commune->insee}});
  const auto outcome = tenants::migrate_commune(services.registry, commune->insee);
  if (!outcome) return fail(outcome.error());
  if (outcome->applied > 0) {
    journal(services.registry, commune->insee, "commune.migrated", std::to_string(outcome->applied));
    if (const auto tenant = services.registry.open_for_job(commune->insee))
      services.seed.sow_procedures(**tenant, services.clock.now());
  }
  return json::Object{{"insee", outcome->insee}, {"applied", outcome->applied}};
}

Result<json::Value> plan_epci(Services& services, const json::Object& input) {
  const std::string siren = json::string_or(input, "siren");
  const auto communes = tenants::plan_epci(services.provisioning(), siren);
  if (!communes) return fail(communes.error());
  const auto epci = services.reference.epci(siren);
  if (!epci) return fail(epci.error());
  json::Array list;
  for (const reference::Commune& commune : *communes)
    list.push_back(json::Object{{"insee", commune.insee}, {"name", commune.name}});
  return json::Object{{"siren", epci->siren}, {"name", reference::in_words(epci->name)}, {"communes", std::move(list)}};
}

}  // namespace clocher::api::control
