// Pictures, items and texts of blocks.
#include "tenants/site/block_types/common.hpp"

#include "core/view/markdown.hpp"

namespace clocher::tenants {

json::Object read_picture(PartReader& reader) {
  const auto media_id = reader.row("media_id");
  const std::string alt = reader.line("alt", longest_caption);
  const bool is_decorative = reader.flag("decorative");
  if (!media_id) reader.missing("media_id", "media_missing");
  if (media_id && alt.empty() && !is_decorative) reader.missing("alt", "alt_missing");
  if (!alt.empty() && is_decorative) reader.fault("alt", "alt_of_decoration");
  json::Object picture;
  put(picture, "media_id", media_id);
  put(picture, "alt", alt);
  put_flag(picture, "decorative", is_decorative);
  return picture;
}

json::Value picture_view(const json::Object& picture, const BlockSources& sources) {
  const auto media_id = json::find_integer(picture, "media_id");
  if (!media_id || !sources.picture) return false;
  return sources.picture(*media_id, json::string_or(picture, "alt"));
}

json::Value shown(const json::Object& object, std::string_view name) {
  std::string text = json::string_or(object, name);
  return text.empty() ? json::Value(false) : json::Value(std::move(text));
}

json::Value shown_markdown(const json::Object& object, std::string_view name, int heading_shift) {
  std::string html = view::render_markdown(json::string_or(object, name), heading_shift);
  return html.empty() ? json::Value(false) : json::Value(std::move(html));
}

std::vector<std::string> texts_of(const json::Object& object, std::initializer_list<std::string_view> names) {
  std::vector<std::string> texts;
  for (const std::string_view name : names) {
    if (auto text = json::string_or(object, name); !text.empty()) texts.push_back(std::move(text));
  }
  return texts;
}

json::Array read_items(PartReader& reader, std::size_t most, json::Object (*read)(PartReader&)) {
  json::Array items;
  const json::Array& sent = reader.list("items", most);
  for (std::size_t i = 0; i < sent.size(); ++i) {
    PartReader item(sent[i], reader.below("items", i), reader.completeness(), reader.errors());
    items.push_back(read(item));
    item.refuse_unknown();
  }
  if (items.empty()) reader.missing("items", "items_missing");
  return items;
}

std::vector<const json::Object*> items_of(const json::Object& block) {
  std::vector<const json::Object*> items;
  const json::Array* list = json::find_array(block, "items");
  if (list == nullptr) return items;
  for (const json::Value& item : *list) {
    if (item.is_object()) items.push_back(&item.get_object());
  }
  return items;
}

}  // namespace clocher::tenants
