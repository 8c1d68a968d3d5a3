// What an operator can ask about the procedures of a commune.
#pragma once

#include "api/services.hpp"
#include "core/base/result.hpp"
#include "core/json/json.hpp"

namespace clocher::api::control {

// {insee} -> [{procedure, tests, failed, failures?: [{test, reason}]}], in the order of the commune's list. commune.* errors.
[[nodiscard]] Result<json::Value> test_procedures(Services& services, const json::Object& input);

}  // namespace clocher::api::control
