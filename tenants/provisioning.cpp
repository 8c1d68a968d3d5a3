// Each step is durable before the next begins, and safe to do again.
#include "tenants/provisioning.hpp"

#include "core/base/config_values.hpp"
#include "core/base/durable_file.hpp"
#include "core/base/log.hpp"
#include "core/base/text.hpp"
#include "core/db/migrations.hpp"
#include "tenants/journal/event.hpp"
#include "tenants/registry_store.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace clocher::tenants {
namespace {

std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return text;
}

// A domain, no address: browsers take a name whose last label is a number for an IPv4 address (WHATWG URL, ends-in-a-number).
bool is_domain(std::string_view host) {
  if (!is_host_name(host) || host.find('.') == std::string_view::npos) return false;
  const std::string_view last = host.substr(host.rfind('.') + 1);
  return !last.starts_with("0x") && last.find_first_not_of("0123456789") != std::string_view::npos;
}

// The base domain is nobody's, and one label below it is a commune: *.<base> in DNS and certificates covers no more.
bool fits_base(std::string_view host, std::string_view base_domain) {
  if (host == base_domain) return false;
  const std::string end = "." + std::string(base_domain);
  return !host.ends_with(end) || host.substr(0, host.size() - end.size()).find('.') == std::string_view::npos;
}

Result<void> check_host(const std::string& host, const std::string& base_domain) {
  if (!is_domain(host)) return fail(ErrorKind::invalid, "host.malformed", {{"host", host}});
  if (!fits_base(host, base_domain))
    return fail(ErrorKind::invalid, "host.below_base", {{"host", host}, {"base_domain", base_domain}});
  return {};
}

std::string displayed_name(std::string_view name) { return one_line(trim(name)); }

// A commune that is there keeps its name and its host: what was asked and would be ignored is refused.
Result<void> check_same(const CommuneRecord& record, const CommuneRequest& request) {
  const auto printed = [](std::string_view name) { return with_typographic_apostrophes(displayed_name(name)); };
  const bool is_named_so = request.name.empty() || printed(request.name) == printed(record.name);
  if (is_named_so && (request.host.empty() || request.host == record.host)) return {};
  return fail(ErrorKind::conflict, "commune.already_named",
              {{"insee", record.insee}, {"name", record.name}, {"host", record.host}});
}

// "<slug>.<base>", or with the department and then the INSEE code when a namesake has it: 11 communes are called Sainte-Colombe.
std::string free_host(db::ReadTx& tx, std::string_view name, const reference::Commune& commune,
                      std::string_view base_domain) {
  const std::string label = slug(name);
  const std::string end = "." + std::string(base_domain);
  for (const std::string& candidate : {label + end, label + "-" + slug(commune.department_code) + end}) {
    if (!registry_store::find_insee_by_host(tx, candidate)) return candidate;
  }
  return label + "-" + slug(commune.insee) + end;
}

// The row in state requested; one that is already there is taken up as it stands.
Result<CommuneRecord> request_commune(const ProvisioningTools& tools, const CommuneRequest& request,
                                      const reference::Commune& commune) {
  const Instant now = tools.registry.clock().now();
  return tools.registry.write(commune.insee, [&](db::Tx& tx) -> Result<CommuneRecord> {
    if (auto existing = registry_store::find_commune(tx, commune.insee)) {
      if (const auto same = check_same(*existing, request); !same) return fail(same.error());
      return std::move(*existing);
    }
    CommuneRecord record;
    record.insee = commune.insee;
    record.name = request.name.empty() ? commune.name : displayed_name(request.name);
    record.host = request.host.empty() ? free_host(tx, record.name, commune, tools.base_domain) : request.host;
    record.department = commune.department_name;
    record.epci_siren = commune.epci_siren;
    record.epci_name = commune.epci_name;
    record.population = commune.population;
    if (registry_store::find_insee_by_host(tx, record.host))
      return fail(ErrorKind::conflict, "host.taken", {{"host", record.host}});
    registry_store::insert_commune(tx, record, now);
    return record;
  });
}

void reach(Registry& registry, CommuneRecord& record, CommuneState state) {
  registry.write(record.insee,
                 [&](db::Tx& tx) { registry_store::set_state(tx, record.insee, state, registry.clock().now()); });
  record.state = state;
}

bool is_seeded(db::Database& database) {
  return database.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM profile"); }) > 0;
}

void sow(const ProvisioningTools& tools, db::Tx& tx, const reference::Commune& commune, std::string_view name,
         Instant now) {
  if (is_epci_space(commune.insee))
    Seed::sow_space(tx, commune, now);
  else
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

Result<CommuneRecord> create(const ProvisioningTools& tools, const CommuneRequest& request,
                             const reference::Commune& commune) {
  // A name is what addresses are made of: one without a letter or digit would give "." and the domain.
  if (!request.name.empty() && slug(request.name).empty())
    return fail(ErrorKind::invalid, "commune.name", {{"name", request.name}});
  if (!request.host.empty()) {
    if (const auto fit = check_host(request.host, tools.base_domain); !fit) return fail(fit.error());
  }
  // One provisioning of a commune at a time, and none beside a request that holds its file.
  Result<CommuneRecord> answer = fail(ErrorKind::conflict, "commune.busy");
  const auto existing = tools.registry.show(commune.insee);
  if (existing && existing->state == CommuneState::ready) {
    if (const auto same = check_same(*existing, request); !same) return fail(same.error());
    return existing;
  }
  const auto held = tools.registry.with_closed(commune.insee, [&] {
    answer = request_commune(tools, request, commune);
    if (answer && answer->state != CommuneState::ready) complete(tools, *answer, commune);
  });
  if (!held) return fail(held.error());
  if (answer) log::info("commune.created", {{"commune", answer->insee}, {"host", answer->host}});
  return answer;
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
  return create(tools, {request.insee, request.name, lower_case(request.host)}, *commune);
}

Result<CommuneRecord> open_epci_space(const ProvisioningTools& tools, std::string_view siren, std::string_view host) {
  const auto epci = tools.reference.epci(siren);
  if (!epci) return fail(epci.error());
  const auto members = tools.reference.members(siren);
  reference::Commune space;
  space.insee = epci->siren;
  space.siren = epci->siren;
  space.name = reference::in_words(epci->name);
  space.epci_siren = epci->siren;
  space.epci_name = epci->name;
  space.population = epci->population;
  if (!members.empty()) {
    space.department_code = members.front().department_code;
    space.department_name = members.front().department_name;
  }
  return create(tools, {epci->siren, "", lower_case(std::string(host))}, space);
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

Result<CommuneRecord> resume_commune(Registry& registry, std::string_view insee) {
  return set_suspension(registry, insee, std::nullopt);
}

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

std::vector<std::string> unknown_folders(Registry& registry, const std::string& data_dir) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  std::error_code absent;
  for (const auto& department : fs::directory_iterator(data_dir + "/communes", absent)) {
    if (!department.is_directory()) continue;
    for (const auto& commune : fs::directory_iterator(department.path(), absent)) {
      if (commune.is_directory()) found.push_back(commune.path().string());
    }
  }
  // The rows after the folders: a commune made meanwhile is known.
  std::set<std::string> known;
  for (const CommuneRecord& commune : registry.list()) known.insert(registry.folder_of(commune.insee));
  std::erase_if(found, [&](const std::string& folder) { return known.contains(folder); });
  std::ranges::sort(found);
  return found;
}

std::string find_damage(Tenant& tenant) {
  try {
    const auto said = tenant.read(
        [](db::ReadTx& tx) { return tx.one("PRAGMA quick_check(1)", [](const db::Row& row) { return row.text(0); }); });
    return said == "ok" ? "" : one_line(said.value_or("quick_check"));
  } catch (const db::DatabaseError& error) {
    return error.what();
  }
}

Result<MigrationOutcome> migrate_commune(Registry& registry, std::string_view insee) {
  const auto record = registry.show(insee);
  if (!record) return fail(record.error());
  const std::string file = registry.folder_of(insee) + "/commune.db";
  // SQLite would make an empty one, and the loss would look like a commune.
  if (!std::filesystem::exists(file))
    return fail(ErrorKind::unavailable, "commune.unreadable", {{"reason", "no file " + file}});
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
