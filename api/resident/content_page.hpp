// A content as residents read it: also the preview of the editor, byte for byte.
#pragma once

#include "api/context.hpp"
#include "core/http/message.hpp"
#include "tenants/site/content.hpp"

namespace clocher::api::resident {

[[nodiscard]] http::Response content_page(const Context& context, const tenants::Content& content);

}  // namespace clocher::api::resident
