// The one table of block types: accessible parts that follow the main text of a content.
#pragma once

#include "core/base/error.hpp"
#include "core/json/json.hpp"
#include "tenants/site/part_reader.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

inline constexpr std::size_t most_blocks = 40;

// What other nouns give for an id, as data of their own partials; false when there is nothing to show any more.
struct BlockSources {
  std::function<json::Value(std::int64_t media_id, std::string_view alt)> picture;  // partials/picture.html
  std::function<json::Value(std::int64_t media_id)> document;                       // partials/block_files.html
  std::function<json::Value(std::int64_t entry_id)> entry;                          // partials/block_contact.html
};

struct BlockType {
  std::string_view name;   // "image": `type` in JSON and the key of its view data
  std::string_view label;  // "image": in « Bloc 3 (image) »
  json::Object (*read)(PartReader& reader);
  // The keys of api/views/partials/block_<name>.html, or false when there is nothing to show.
  json::Value (*view)(const json::Object& block, const BlockSources& sources);
  // Its words, for search, checks and comparisons: one line each.
  std::vector<std::string> (*words)(const json::Object& block);
};

[[nodiscard]] const std::vector<const BlockType*>& block_types();
[[nodiscard]] const BlockType* find_block_type(std::string_view name);  // nullptr when unknown

// What a client sent, as it is kept: every block with its `type`, clean, without what says nothing.
// Faults are named "blocks.2.alt" and speak of « Bloc 3 (image) ».
[[nodiscard]] json::Array read_blocks(const json::Array& sent, Completeness completeness,
                                      std::vector<FieldError>& errors);

// `blocks` of page.html: one object per block that shows something, with a key per type, false but for its own.
[[nodiscard]] json::Array block_views(const json::Array& blocks, const BlockSources& sources);

[[nodiscard]] std::vector<std::string> block_words(const json::Array& blocks);

// Media that blocks or an image of details show: for "where used".
[[nodiscard]] std::vector<std::int64_t> media_in(const json::Array& blocks, const json::Object& details);

}  // namespace clocher::tenants
