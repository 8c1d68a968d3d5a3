// The table of block types, and what is done with a list of blocks.
#include "tenants/site/block.hpp"

#include "tenants/site/block_types/types.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

std::string type_name(const json::Value& block) {
  const json::Object* object = block.if_object();
  return object == nullptr ? std::string() : json::string_or(*object, "type");
}

PartPlace place_of(std::size_t index, std::string_view label) {
  const std::string name = "Bloc " + std::to_string(index + 1);
  return {"blocks." + std::to_string(index),
          "block",
          {{"block", label.empty() ? name : name + " (" + std::string(label) + ")"}}};
}

void collect_media(const json::Value& value, std::vector<std::int64_t>& found) {
  if (const json::Array* list = value.if_array()) {
    for (const json::Value& item : *list) collect_media(item, found);
  }
  const json::Object* object = value.if_object();
  if (object == nullptr) return;
  if (const auto id = json::find_integer(*object, "media_id")) found.push_back(*id);
  for (const auto& [name, inner] : *object) collect_media(inner, found);
}

}  // namespace

const std::vector<const BlockType*>& block_types() {
  static const std::vector<const BlockType*> types = {&text_block,      &image_block, &gallery_block,
                                                      &files_block,     &accordion_block, &map_block,
                                                      &video_block,     &contact_block,   &action_block};
  return types;
}

const BlockType* find_block_type(std::string_view name) {
  const auto& types = block_types();
  const auto found = std::ranges::find(types, name, [](const BlockType* type) { return type->name; });
  return found == types.end() ? nullptr : *found;
}

json::Array read_blocks(const json::Array& sent, Completeness completeness, std::vector<FieldError>& errors) {
  json::Array blocks;
  if (sent.size() > most_blocks) {
    errors.push_back({"blocks", "block.too_many_blocks", {{"maximum", std::to_string(most_blocks)}}});
    return blocks;
  }
  for (std::size_t i = 0; i < sent.size(); ++i) {
    const BlockType* type = find_block_type(type_name(sent[i]));
    PartReader reader(sent[i], place_of(i, type == nullptr ? "" : type->label), completeness, errors);
    if (type == nullptr) {
      if (sent[i].is_object()) reader.fault("type", "type");
      continue;
    }
    static_cast<void>(reader.find("type"));
    json::Object block = type->read(reader);
    reader.refuse_unknown();
    block["type"] = std::string(type->name);
    blocks.push_back(std::move(block));
  }
  return blocks;
}

json::Array block_views(const json::Array& blocks, const BlockSources& sources) {
  json::Array views;
  for (const json::Value& block : blocks) {
    const BlockType* type = find_block_type(type_name(block));
    json::Value shown = type == nullptr ? json::Value(false) : type->view(block.as_object(), sources);
    if (!shown.is_object()) continue;
    json::Object view;
    for (const BlockType* other : block_types()) view[other->name] = false;
    view[type->name] = std::move(shown);
    views.push_back(std::move(view));
  }
  return views;
}

std::vector<std::string> block_words(const json::Array& blocks) {
  std::vector<std::string> words;
  for (const json::Value& block : blocks) {
    const BlockType* type = find_block_type(type_name(block));
    if (type == nullptr) continue;
    for (std::string& line : type->words(block.as_object())) words.push_back(std::move(line));
  }
  return words;
}

std::vector<std::int64_t> media_in(const json::Array& blocks, const json::Object& details) {
  std::vector<std::int64_t> found;
  collect_media(json::Value(blocks), found);
  collect_media(json::Value(details), found);
  return found;
}

}  // namespace clocher::tenants
