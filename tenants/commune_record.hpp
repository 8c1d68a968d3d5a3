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

// A SIREN stands where a commune has its INSEE code: the space of an intercommunality, which has agents and contents but no
// public site. What it publishes appears in its communes (tenants/sharing/).
[[nodiscard]] constexpr bool is_epci_space(std::string_view code) { return code.size() == 9; }

struct CommuneRecord {
  std::string insee;  // or the SIREN of an intercommunality's space
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
