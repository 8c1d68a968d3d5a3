// Several pictures that belong together.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t most_pictures = 24;

json::Object read_item(PartReader& reader) {
  json::Object item = read_picture(reader);
  put(item, "caption", reader.line("caption", longest_caption));
  return item;
}

json::Object read(PartReader& reader) {
  json::Object block;
  put(block, "title", reader.line("title", longest_label));
  block["items"] = read_items(reader, most_pictures, read_item);
  return block;
}

json::Value view(const json::Object& block, const BlockSources& sources) {
  json::Array pictures;
  for (const json::Object* item : items_of(block)) {
    json::Value picture = picture_view(*item, sources);
    if (picture.is_object())
      pictures.push_back(json::Object{{"picture", std::move(picture)}, {"caption", shown(*item, "caption")}});
  }
  if (pictures.empty()) return false;
  return json::Object{{"heading", shown(block, "title")}, {"pictures", std::move(pictures)}};
}

std::vector<std::string> words(const json::Object& block) {
  std::vector<std::string> lines = texts_of(block, {"title"});
  for (const json::Object* item : items_of(block)) {
    for (std::string& text : texts_of(*item, {"alt", "caption"})) lines.push_back(std::move(text));
  }
  return lines;
}

}  // namespace

const BlockType gallery_block = {"gallery", "galerie", read, view, words};

}  // namespace clocher::tenants
