// What an operator can ask about the money of a commune.
#pragma once

#include "api/services.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// {insee} -> {lines, last_hash, faults: [{line, what, detail}], violations: [{rule, detail}]}. commune.* errors.
[[nodiscard]] Result<json::Value> verify_journal(Services& services, const json::Object& input);

// The same findings in one list of short texts, empty when all is well; for `doctor`.
[[nodiscard]] json::Array money_faults(tenants::Tenant& tenant);

}  // namespace clocher::api::control
