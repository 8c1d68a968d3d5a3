// One picture, with what it shows in words, a caption and whose it is.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

json::Object read(PartReader& reader) {
  json::Object block = read_picture(reader);
  put(block, "caption", reader.line("caption", longest_caption));
  put(block, "credit", reader.line("credit", longest_label));
  return block;
}

json::Value view(const json::Object& block, const BlockSources& sources) {
  json::Value picture = picture_view(block, sources);
  if (!picture.is_object()) return false;
  json::Value caption = shown(block, "caption");
  json::Value credit = shown(block, "credit");
  const bool has_legend = caption.is_string() || credit.is_string();
  return json::Object{{"picture", std::move(picture)},
                      {"has_legend", has_legend},
                      {"caption", std::move(caption)},
                      {"credit", std::move(credit)}};
}

std::vector<std::string> words(const json::Object& block) { return texts_of(block, {"alt", "caption", "credit"}); }

}  // namespace

const BlockType image_block = {"image", "image", read, view, words};

}  // namespace clocher::tenants
