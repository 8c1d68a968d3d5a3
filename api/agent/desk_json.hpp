// The work of a régie as JSON, shared by its handlers.
#pragma once

#include "api/agent/json_body.hpp"
#include "api/context.hpp"
#include "core/json/json.hpp"
#include "payments/desk/bordereau.hpp"
#include "payments/desk/receipt.hpp"

namespace clocher::api::agent {

// Of the path. not_found regie.unknown for what is no number; whether it is there, the verb says.
[[nodiscard]] Result<Id<payments::Regie>> regie_of(const Context& context);

[[nodiscard]] json::Value time_json(std::optional<Instant> at);
[[nodiscard]] json::Object till_day_json(const payments::desk::TillDay& day);
[[nodiscard]] json::Object receipt_json(const payments::desk::Receipt& receipt);
[[nodiscard]] json::Object bordereau_json(const payments::desk::Bordereau& bordereau);

[[nodiscard]] payments::Means read_means(JsonBody& body);

}  // namespace clocher::api::agent
