// From an INSEE code to a living commune, in steps that can be resumed: requested, created, migrated, seeded, ready.
#pragma once

#include "core/base/result.hpp"
#include "tenants/commune_record.hpp"
#include "tenants/reference/register.hpp"
#include "tenants/registry.hpp"
#include "tenants/seed.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

struct CommuneRequest {
  std::string insee;
  std::string name;  // "" for the register's
  std::string host;  // "" for <slug>.<base domain>
};

struct ProvisioningTools {
  Registry& registry;
  const reference::Register& reference;
  const Seed& seed;
  std::string base_domain;  // "clocher.localhost"
};

// Creates the commune, or takes up one that was left half-made. A commune that is ready is returned as it is.
// A host is a domain in any case, no address; below the base domain it is exactly one label more.
// Errors: not_found reference.unknown_commune, reference.former_commune; conflict host.taken {host}, commune.already_named
// {insee, name, host} when the commune is there under another name or host than asked; invalid host.malformed {host},
// host.below_base {host, base_domain}, commune.name {name} when it holds no letter nor digit.
// Nothing is served before the last step; an error before the first one changes nothing.
[[nodiscard]] Result<CommuneRecord> create_commune(const ProvisioningTools& tools, const CommuneRequest& request);

// The space of an EPCI, from which it shares contents with its communes; the same steps and errors. Its code is the SIREN, its host
// <slug>.<base domain> unless given. not_found reference.unknown_epci.
[[nodiscard]] Result<CommuneRecord> open_epci_space(const ProvisioningTools& tools, std::string_view siren,
                                                    std::string_view host);

// Every commune of an EPCI, in the order of the register. not_found reference.unknown_epci. Registers the EPCI.
[[nodiscard]] Result<std::vector<reference::Commune>> plan_epci(const ProvisioningTools& tools, std::string_view siren);

// Residents read that the site is closed; nothing is lost. Doing it twice is harmless. not_found commune.not_here.
[[nodiscard]] Result<CommuneRecord> suspend_commune(Registry& registry, std::string_view insee);
[[nodiscard]] Result<CommuneRecord> resume_commune(Registry& registry, std::string_view insee);

// The rows and the folder, for good. not_found commune.not_here; conflict commune.busy.
[[nodiscard]] Result<void> delete_commune(Registry& registry, std::string_view insee);

// Folders below <data_dir>/communes that no row of the registry knows: the rest of an interrupted deletion.
[[nodiscard]] std::vector<std::string> unknown_folders(Registry& registry, const std::string& data_dir);

// "" for a sound file, else what SQLite says of the first damage. Reads the whole file: for doctor.
[[nodiscard]] std::string find_damage(Tenant& tenant);

// Brings a ready commune's file up to date with the program. conflict commune.busy.
struct MigrationOutcome {
  std::string insee;
  int applied = 0;
};
[[nodiscard]] Result<MigrationOutcome> migrate_commune(Registry& registry, std::string_view insee);

}  // namespace clocher::tenants
