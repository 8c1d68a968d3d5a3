// Directory records and kinds in the JSON of the agents' API.
#pragma once

#include "api/agent/json_body.hpp"
#include "api/context.hpp"
#include "tenants/site/directory.hpp"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace clocher::api::agent {

[[nodiscard]] json::Object entry_json(const Context& context, const tenants::DirectoryEntry& entry);
[[nodiscard]] json::Object kind_json(const tenants::DirectoryKindInfo& info);

// Every property of a record's text, and `others`.
[[nodiscard]] std::vector<std::string_view> entry_properties(std::initializer_list<std::string_view> others);
// Notes what is of the wrong type; the rules on values are the verbs'.
[[nodiscard]] tenants::DirectoryText read_text(JsonBody& body);
[[nodiscard]] tenants::DirectoryKind read_kind(JsonBody& body);

}  // namespace clocher::api::agent
