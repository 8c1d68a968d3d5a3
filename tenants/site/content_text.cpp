// Title, summary and body here; blocks and details by their own readers.
#include "tenants/site/content_text.hpp"

#include "core/base/text.hpp"
#include "tenants/site/block.hpp"
#include "tenants/site/details.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t longest_title = 160;
constexpr std::size_t longest_summary = 400;
constexpr std::size_t longest_body = 100'000;
constexpr std::size_t largest_blocks_bytes = 400'000;

Arguments maximum(std::size_t count) { return {{"maximum", std::to_string(count)}}; }

}  // namespace

Result<ContentText> checked_text(ContentKind kind, const ContentText& text, Completeness completeness) {
  std::vector<FieldError> errors;
  if (trim(text.title).empty()) errors.push_back({"title", "content.title_missing", {}});
  if (length_in_characters(text.title) > longest_title)
    errors.push_back({"title", "input.too_long", maximum(longest_title)});
  if (length_in_characters(text.summary) > longest_summary)
    errors.push_back({"summary", "input.too_long", maximum(longest_summary)});
  if (length_in_characters(text.body_markdown) > longest_body)
    errors.push_back({"body_markdown", "input.too_long", maximum(longest_body)});
  ContentText clean{one_line(trim(text.title)), one_line(trim(text.summary)), text.body_markdown,
                    read_blocks(text.blocks, completeness, errors),
                    read_details(kind, json::Value(text.details), completeness, errors)};
  if (json::serialize(clean.blocks).size() > largest_blocks_bytes)
    errors.push_back({"blocks", "block.too_large_together", {}});
  if (!errors.empty()) return fail(Error{ErrorKind::invalid, "input.invalid", {}, std::move(errors)});
  return clean;
}

bool equal(const ContentText& left, const ContentText& right) {
  return left.title == right.title && left.summary == right.summary && left.body_markdown == right.body_markdown &&
         left.blocks == right.blocks && left.details == right.details;
}

}  // namespace clocher::tenants
