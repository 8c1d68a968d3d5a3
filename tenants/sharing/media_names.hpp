// Where a text names media: `media_id` in its blocks and details, "/images/12/..." and "/documents/12/..." in its Markdown.
#pragma once

#include "tenants/site/content.hpp"

#include <cstdint>
#include <functional>

namespace clocher::tenants {

// No media has this number: what is named so is not shown.
inline constexpr std::int64_t no_media = 0;

// Asks `number_of` for each number that the text names, and writes its answer in its place.
void renumber_media(ContentText& text, const std::function<std::int64_t(std::int64_t)>& number_of);

}  // namespace clocher::tenants
