// What the platform knows of a commune: one row of registry.db.
#pragma once

#include "core/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

// requested -> created (file exists) -> migrated -> seeded -> ready. Only a ready, not suspended commune is served.
enum class CommuneState { requested, created, migrated, seeded, ready };

[[nodiscard]] std::string_view to_string(CommuneState state);
// Throws std::logic_error on a word that the registry's CHECK does not allow.
[[nodiscard]] CommuneState parse_commune_state(std::string_view text);

struct CommuneRecord {
  std::string insee;
  std::string name;
  std::string host;  // canonical, without port
  CommuneState state = CommuneState::requested;
  std::string department;
  std::string epci_siren;  // "" outside any EPCI
  std::string epci_name;
  std::int64_t population = 0;
  std::optional<Instant> suspended_at;
};

}  // namespace clocher::tenants
