// Contents as the agents' API writes them, and what its bodies have in common.
#pragma once

#include "api/agent/json_body.hpp"
#include "api/context.hpp"
#include "tenants/site/content.hpp"

#include <cstdint>
#include <optional>

namespace clocher::api::agent {

// ContentSummary and Content of openapi.json.
[[nodiscard]] json::Object content_summary(const Context& context, const tenants::Content& content);
[[nodiscard]] json::Object whole_content(Context& context, const tenants::Content& content);
[[nodiscard]] Result<http::Response> content_answer(Context& context, int status,
                                                    const Result<tenants::Content>& content);
// 409 carries what the server holds, so that the editor can show both and lose neither.
[[nodiscard]] Result<http::Response> answer_or_conflict(Context& context, Id<tenants::Content> id,
                                                        const Result<tenants::Content>& saved);

[[nodiscard]] json::Value or_null(const std::optional<Instant>& instant);
[[nodiscard]] json::Value or_null(const std::optional<std::int64_t>& number);

// {id} of the path; {number} of a revision.
[[nodiscard]] Result<Id<tenants::Content>> content_id(const Context& context);
[[nodiscard]] Result<std::int64_t> revision_number(const Context& context);
[[nodiscard]] Result<tenants::Content> find_live_content(Context& context, Id<tenants::Content> id);

}  // namespace clocher::api::agent
