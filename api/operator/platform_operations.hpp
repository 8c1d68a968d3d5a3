// What `doctor` asks of the platform: cheap figures, and one commune at a time in depth.
#pragma once

#include "api/services.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// -> {communes, states: {ready: 12, ...}, suspended, open_files, millesime}. That it answers proves registry.db sound:
// opening it applies and checks its migrations.
[[nodiscard]] Result<json::Value> platform_health(Services& services, const json::Object& input);

// {insee} -> {insee, name, state, problem (a message key or null), altered: [migration names], failed_mails}.
// Opens the commune's file.
[[nodiscard]] Result<json::Value> check_commune(Services& services, const json::Object& input);

}  // namespace clocher::api::control
