// Operations on communes and EPCI. Inputs hold `insee` or `siren`; see operations.hpp for the shape of a commune.
#pragma once

#include "api/services.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// {insee, name?, host?} -> commune plus `created`: false when it was ready already. Errors of tenants::create_commune.
[[nodiscard]] Result<json::Value> create_commune(Services& services, const json::Object& input);
[[nodiscard]] Result<json::Value> list_communes(Services& services, const json::Object& input);
[[nodiscard]] Result<json::Value> show_commune(Services& services, const json::Object& input);
[[nodiscard]] Result<json::Value> suspend_commune(Services& services, const json::Object& input);
[[nodiscard]] Result<json::Value> resume_commune(Services& services, const json::Object& input);
// -> the commune as it was.
[[nodiscard]] Result<json::Value> delete_commune(Services& services, const json::Object& input);
// -> {insee, applied}.
[[nodiscard]] Result<json::Value> migrate_commune(Services& services, const json::Object& input);
// Communes and the spaces of intercommunalities: whatever has a file.
[[nodiscard]] Result<json::Value> list_all(Services& services, const json::Object& input);
// {siren, host?} -> the space plus `created`.
[[nodiscard]] Result<json::Value> open_epci_space(Services& services, const json::Object& input);
// {siren} -> {siren, name, communes: [{insee, name}]}.
[[nodiscard]] Result<json::Value> plan_epci(Services& services, const json::Object& input);

}  // namespace clocher::api::control
