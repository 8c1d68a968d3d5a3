// The kinds of content: a table.
#pragma once

#include <optional>
#include <string_view>

namespace clocher::tenants {

enum class ContentKind { page, news, event, alert };

[[nodiscard]] std::string_view to_string(ContentKind kind);
[[nodiscard]] std::optional<ContentKind> parse_content_kind(std::string_view text);

// First segment of the address, "" for pages, which choose theirs (section.hpp).
[[nodiscard]] std::string_view section_of(ContentKind kind);

}  // namespace clocher::tenants
