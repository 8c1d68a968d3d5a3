// One event as residents read it: also the preview of the editor.
#pragma once

#include "api/context.hpp"
#include "core/http/message.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/event.hpp"

namespace clocher::api::resident {

// An event without a start, a draft, says that its date is to come.
[[nodiscard]] http::Response event_page(const Context& context, const tenants::Content& content);

}  // namespace clocher::api::resident
