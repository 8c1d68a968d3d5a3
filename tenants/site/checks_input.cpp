// Takes blocks apart by the names of their members, which mean the same in every type of block.
#include "tenants/site/checks_input.hpp"

#include <array>

namespace clocher::tenants {
namespace {

constexpr std::array<std::string_view, 2> markdown_members = {"body_markdown", "transcript_markdown"};
constexpr std::array<std::string_view, 3> line_members = {"title", "caption", "directions"};

// `prefix` is "" for the block itself, "items.1." for one of its parts.
void take_apart(const json::Object& part, std::int64_t block, const std::string& prefix, CheckInput& input) {
  const auto spot = [&](std::string_view member) { return Spot{prefix + std::string(member), block}; };
  for (const std::string_view member : line_members)
    if (const auto words = json::find_string(part, member)) input.lines.push_back({spot(member), *words});
  for (const std::string_view member : markdown_members)
    if (const auto text = json::find_string(part, member)) input.passages.push_back({spot(member), *text});
  const std::string type = json::string_or(part, "type");
  const bool is_picture = type == "image" || part.contains("alt");
  if (is_picture && !json::is_true(part, "decorative"))
    input.images.push_back({spot("alt"), json::string_or(part, "alt")});
  if (type == "action")
    input.links.push_back({spot("label"), json::string_or(part, "label"), json::string_or(part, "url")});
}

void take_items_apart(const json::Object& block, std::int64_t index, CheckInput& input) {
  const json::Array* items = json::find_array(block, "items");
  if (items == nullptr) return;
  const bool is_gallery = json::string_or(block, "type") == "gallery";
  for (std::size_t at = 0; at < items->size(); ++at) {
    const json::Object* item = (*items)[at].if_object();
    if (item == nullptr) continue;
    json::Object part = *item;
    if (is_gallery) part["type"] = "image";
    take_apart(part, index, "items." + std::to_string(at) + ".", input);
  }
}

}  // namespace

CheckInput check_input_of(const CheckedContent& content) {
  CheckInput input;
  input.lines = {{{"title"}, content.title}, {{"summary"}, content.summary}};
  input.passages = {{{"body_markdown"}, content.body_markdown}};
  for (std::size_t index = 0; index < content.blocks.size(); ++index) {
    const json::Object* block = content.blocks[index].if_object();
    if (block == nullptr) continue;
    take_apart(*block, static_cast<std::int64_t>(index), "", input);
    take_items_apart(*block, static_cast<std::int64_t>(index), input);
  }
  return input;
}

}  // namespace clocher::tenants
