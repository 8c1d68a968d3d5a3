// What several block types share: lengths, pictures with their alternative, texts of the view.
#pragma once

#include "tenants/site/block.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clocher::tenants {

inline constexpr std::size_t longest_label = 160;
inline constexpr std::size_t longest_caption = 300;
inline constexpr std::size_t longest_prose = 20'000;

// {media_id, alt, decorative}: a complete one is described or said to be decorative, never both.
[[nodiscard]] json::Object read_picture(PartReader& reader);
// Data of partials/picture.html, or false.
[[nodiscard]] json::Value picture_view(const json::Object& picture, const BlockSources& sources);

// "" becomes false.
[[nodiscard]] json::Value shown(const json::Object& object, std::string_view name);
// Markdown as safe HTML, headings below the block's own title (h2) unless it has none (heading_shift 1); false when there is none.
[[nodiscard]] json::Value shown_markdown(const json::Object& object, std::string_view name, int heading_shift = 2);

// Those texts of the object that are there.
[[nodiscard]] std::vector<std::string> texts_of(const json::Object& object,
                                                std::initializer_list<std::string_view> names);

// Reads each item of "items" with `read`; a complete list has at least one.
[[nodiscard]] json::Array read_items(PartReader& reader, std::size_t most, json::Object (*read)(PartReader&));
// The objects of "items", never null.
[[nodiscard]] std::vector<const json::Object*> items_of(const json::Object& block);

}  // namespace clocher::tenants
