// What an operator can do to the platform, as one table: JSON in, JSON out, the same in a command and in the service.
#pragma once

#include "api/services.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

#include <span>
#include <string_view>

namespace clocher::api::control {

using OperationFunction = Result<json::Value> (*)(Services& services, const json::Object& input);

struct Operation {
  std::string_view name;  // "commune.create"
  OperationFunction run;
};

[[nodiscard]] std::span<const Operation> operations();

// Never throws: a broken world comes back as unavailable operation.failed {reason} or storage_full storage.full.
// not_found operation.unknown {name}. One log line per call, without the input (it may hold a password).
[[nodiscard]] Result<json::Value> run_operation(Services& services, std::string_view name, const json::Object& input);

// A commune as every operation shows it: {insee, name, host, state, population, epci (SIREN or null), epci_name,
// department, url, suspended}.
[[nodiscard]] json::Object commune_to_json(const tenants::Registry& registry, const tenants::CommuneRecord& commune);

// Whoever runs commands on the machine; the journal of a commune does not know them by name.
[[nodiscard]] tenants::Actor operator_actor();

}  // namespace clocher::api::control
