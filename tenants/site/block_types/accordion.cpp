// Questions and their answers, folded: <details>, which works without script and is found by the browser's search.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t most_parts = 20;

json::Object read_item(PartReader& reader) {
  json::Object item;
  const std::string title = reader.line("title", longest_label);
  const std::string body = reader.text("body_markdown", longest_prose);
  if (title.empty()) reader.missing("title", "title_missing");
  if (body.empty()) reader.missing("body_markdown", "text_missing");
  put(item, "title", title);
  put(item, "body_markdown", body);
  return item;
}

json::Object read(PartReader& reader) {
  json::Object block;
  put(block, "title", reader.line("title", longest_label));
  block["items"] = read_items(reader, most_parts, read_item);
  return block;
}

json::Value view(const json::Object& block, const BlockSources&) {
  json::Array parts;
  json::Value heading = shown(block, "title");
  const int heading_shift = heading.is_string() ? 2 : 1;
  for (const json::Object* item : items_of(block)) {
    const std::string title = json::string_or(*item, "title");
    json::Value body = shown_markdown(*item, "body_markdown", heading_shift);
    if (!title.empty() && body.is_string())
      parts.push_back(json::Object{{"summary_text", title}, {"body_html", std::move(body)}});
  }
  if (parts.empty()) return false;
  return json::Object{{"heading", std::move(heading)}, {"parts", std::move(parts)}};
}

std::vector<std::string> words(const json::Object& block) {
  std::vector<std::string> lines = texts_of(block, {"title"});
  for (const json::Object* item : items_of(block)) {
    for (std::string& text : texts_of(*item, {"title", "body_markdown"})) lines.push_back(std::move(text));
  }
  return lines;
}

}  // namespace

const BlockType accordion_block = {"accordion", "volets", read, view, words};

}  // namespace clocher::tenants
