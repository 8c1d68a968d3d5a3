// Acts as the API writes and reads them. Days are ISO dates, "" when there is none.
#pragma once

#include "api/agent/json_body.hpp"
#include "api/context.hpp"
#include "core/json/json.hpp"
#include "tenants/site/act.hpp"
#include "tenants/site/act_check.hpp"

#include <optional>
#include <string_view>

namespace clocher::api {

[[nodiscard]] json::Object act_json(const Context& context, const tenants::Act& act);
[[nodiscard]] json::Object proof_json(const tenants::ActProof& proof);

// The properties of an act and one more.
[[nodiscard]] Result<JsonBody> read_act_body(const http::Request& request,
                                             std::initializer_list<std::string_view> other);
// Notes what cannot be read: a wrong date, votes of which some are missing.
[[nodiscard]] tenants::ActText read_act_text(JsonBody& body);
[[nodiscard]] std::optional<Date> read_day(JsonBody& body, std::string_view name);

}  // namespace clocher::api
