// What keeps a text from being published, for the handler that publishes.
#pragma once

#include "api/context.hpp"
#include "core/base/result.hpp"
#include "tenants/site/checks_input.hpp"

namespace clocher::api::agent {

// Fails with invalid content.checks_blocking, one field per spot: "body_markdown", "blocks.2.alt".
[[nodiscard]] Result<void> refuse_blocking(const Context& context, const tenants::CheckedContent& content);

}  // namespace clocher::api::agent
