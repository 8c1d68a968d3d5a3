// A block of text: Markdown between two other blocks.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

#include "core/view/markdown.hpp"

namespace clocher::tenants {
namespace {

json::Object read(PartReader& reader) {
  json::Object block;
  const std::string body = reader.text("body_markdown", longest_prose);
  if (body.empty()) reader.missing("body_markdown", "text_missing");
  put(block, "body_markdown", body);
  return block;
}

json::Value view(const json::Object& block, const BlockSources&) {
  std::string html = view::render_markdown(json::string_or(block, "body_markdown"));
  if (html.empty()) return false;
  return json::Object{{"body_html", std::move(html)}};
}

std::vector<std::string> words(const json::Object& block) { return texts_of(block, {"body_markdown"}); }

}  // namespace

const BlockType text_block = {"text", "texte", read, view, words};

}  // namespace clocher::tenants
