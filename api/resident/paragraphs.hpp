// Plain text as the paragraphs of a page.
#pragma once

#include "core/json/json.hpp"

#include <string_view>

namespace clocher::api::resident {

// Cut at empty lines; each is escaped by the view.
[[nodiscard]] json::Array paragraphs(std::string_view body);

}  // namespace clocher::api::resident
