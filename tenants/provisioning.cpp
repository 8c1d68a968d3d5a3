// Each step is durable before the next begins, and safe to do again.
#include "tenants/provisioning.hpp"

#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "core/db/migrations.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/registry_store.hpp"

#include <algorithm>
#include <filesystem>

namespace clocher::tenants {
namespace {

bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253) return false;
  return std::ranges::all_of(split(host, '.'), [](std::string_view label) {
    const bool characters = std::ranges::all_of(
        label, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
    return !label.empty() && label.size() <= 63 && characters && label.front() != '-' && label.back() != '-';
  });
}

// "<slug>.<base>", or with the department and then the INSEE code when a namesake has it: 11 communes are called Sainte-Colombe.
std::string free_host(db::ReadTx& tx, std::string_view name, const reference::Commune& commune, std::string_view base_domain) {
  const std::string label = slug(name);
  const std::string end = "." + std::string(base_domain);
  for (const std::string& candidate : {label + end, label + "-" + slug(commune.department_code) + end}) {
    if (!registry_store::find_insee_by_host(tx, candidate)) return candidate;
  }
  return label + "-" + slug(commune.insee) + end;
}

// The row in state requested; one that is already there is taken up as it stands.
Result<CommuneRecord> request_commune(const ProvisioningTools& tools, const CommuneRequest& request, const reference::Commune& commune) {
  const Instant now = tools.registry.clock().now();
  return tools.registry.write(commune.insee, [&](db::Tx& tx) -> Result<CommuneRecord> {
    if (auto existing = registry_store::find_commune(tx, commune.insee)) return std::move(*existing);
    CommuneRecord record;
    record.insee = commune.insee;
    record.name = request.name.empty() ? commune.name : one_line(trim(request.name));
    record.host = request.host.empty() ? free_host(tx, record.name, commune, tools.base_domain) : request.host;
    record.department = commune.department_name;
    record.epci_siren = commune.epci_siren;
    record.epci_name = commune.epci_name;
    record.population = commune.population;
    if (registry_store::find_insee_by_host(tx, record.host)) return fail(ErrorKind::conflict, "host.taken", {{"host", record.host}});
    registry_store::insert_commune(tx, record, now);
    return record;
  });
}

void reach(Registry& registry, CommuneRecord& record, CommuneState state) {
  registry.write(record.insee, [&](db::Tx& tx) { registry_store::set_state(tx, record.insee, state, registry.clock().now()); });
  record.state = state;
}

bool is_seeded(db::Database& database) {
  return database.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM profile"); }) > 0;
}

void sow(const ProvisioningTools& tools, db::Tx& tx, const reference::Commune& commune, std::string_view name, Instant now) {
  tools.seed.sow(tx, commune, name, now);
  append_event(tx, {ActorKind::operator_, "exploitant"}, {"commune", 0}, "commune.created", "", now);
}

// From whatever state was left to ready. The file is open here alone, and closed before anyone may ask for it.
void complete(const ProvisioningTools& tools, CommuneRecord& record, const reference::Commune& commune) {
  Registry& registry = tools.registry;
  const std::string folder = registry.folder_of(record.insee);
  // A row that has just been requested has no data yet: what lies there is the rest of a deleted commune.
  if (record.state == CommuneState::requested) std::filesystem::remove_all(folder);
  make_folders_durably(folder);
  {
    Tenant tenant(registry.identity_of(record), folder);
    if (record.state == CommuneState::requested) reach(registry, record, CommuneState::created);
    const Instant now = registry.clock().now();
    if (record.state == CommuneState::created) {
      db::migrate(tenant.database(), registry.commune_migrations(), now);
      reach(registry, record, CommuneState::migrated);
    }
    if (record.state == CommuneState::migrated) {
      if (!is_seeded(tenant.database())) tenant.write([&](db::Tx& tx) { sow(tools, tx, commune, record.name, now); });
      reach(registry, record, CommuneState::seeded);
    }
  }
  if (record.state == CommuneState::seeded) reach(registry, record, CommuneState::ready);
}

Result<CommuneRecord> set_suspension(Registry& registry, std::string_view insee, std::optional<Instant> at) {
  const auto record = registry.show(insee);
  if (!record) return fail(record.error());
  if (record->suspended_at.has_value() == at.has_value()) return *record;
  registry.write(insee, [&](db::Tx& tx) { registry_store::set_suspended(tx, insee, at); });
  return registry.show(insee);
}

}  // namespace

Result<CommuneRecord> create_commune(const ProvisioningTools& tools, const CommuneRequest& request) {
  const auto commune = tools.reference.commune(request.insee);
  if (!commune) return fail(commune.error());
  // A name is what addresses are made of: one without a letter or digit would give "." and the domain.
  if (!request.name.empty() && slug(request.name).empty()) return fail(ErrorKind::invalid, "commune.name", {{"name", request.name}});
  if (!request.host.empty() && !is_host(request.host)) return fail(ErrorKind::invalid, "host.malformed", {{"host", request.host}});
  // One provisioning of a commune at a time, and none beside a request that holds its file.
  Result<CommuneRecord> answer = fail(ErrorKind::conflict, "commune.busy");
  const auto existing = tools.registry.show(commune->insee);
  if (existing && existing->state == CommuneState::ready) return existing;
  const auto held = tools.registry.with_closed(commune->insee, [&] {
    answer = request_commune(tools, request, *commune);
    if (answer && answer->state != CommuneState::ready) complete(tools, *answer, *commune);
  });
  if (!held) return fail(held.error());
  if (answer) log::info("commune.created", {{"commune", answer->insee}, {"host", answer->host}});
  return answer;
}

Result<std::vector<reference::Commune>> plan_epci(const ProvisioningTools& tools, std::string_view siren) {
  const auto epci = tools.reference.epci(siren);
  if (!epci) return fail(epci.error());
  tools.registry.database().write(
      [&](db::Tx& tx) { registry_store::upsert_epci(tx, epci->siren, epci->name, tools.registry.clock().now()); });
  return tools.reference.members(siren);
}

Result<CommuneRecord> suspend_commune(Registry& registry, std::string_view insee) {
  return set_suspension(registry, insee, registry.clock().now());
}

Result<CommuneRecord> resume_commune(Registry& registry, std::string_view insee) { return set_suspension(registry, insee, std::nullopt); }

Result<void> delete_commune(Registry& registry, std::string_view insee) {
  const auto record = registry.show(insee);
  if (!record) return fail(record.error());
  return registry.with_closed(insee, [&] {
    // The row first: killed in between, no commune is served from a missing folder; a rest of the folder is no commune.
    registry.write(insee, [&](db::Tx& tx) { registry_store::delete_commune(tx, insee); });
    std::filesystem::remove_all(registry.folder_of(insee));
    log::info("commune.deleted", {{"commune", insee}});
  });
}

Result<MigrationOutcome> migrate_commune(Registry& registry, std::string_view insee) {
  const auto record = registry.show(insee);
  if (!record) return fail(record.error());
  const std::string file = registry.folder_of(insee) + "/commune.db";
  // SQLite would make an empty one, and the loss would look like a commune.
  if (!std::filesystem::exists(file)) return fail(ErrorKind::unavailable, "commune.unreadable", {{"reason", "no file " + file}});
  MigrationOutcome outcome{record->insee, 0};
  const auto held = registry.with_closed(insee, [&] {
    db::Database database(file, db::OpenMode::owner);
    outcome.applied = db::pending_migrations(database, registry.commune_migrations());
    if (outcome.applied > 0) db::migrate(database, registry.commune_migrations(), registry.clock().now());
  });
  if (!held) return fail(held.error());
  return outcome;
}

}  // namespace clocher::tenants
