// Rules of what an editor writes: cleaned and checked before it is kept, and once more before it is published.
#pragma once

#include "core/base/result.hpp"
#include "tenants/site/content.hpp"
#include "tenants/site/part_reader.hpp"

namespace clocher::tenants {

// The text as it is kept. invalid with fields title, summary, body_markdown, blocks.*, details.*.
[[nodiscard]] Result<ContentText> checked_text(ContentKind kind, const ContentText& text, Completeness completeness);

[[nodiscard]] bool equal(const ContentText& left, const ContentText& right);

}  // namespace clocher::tenants
