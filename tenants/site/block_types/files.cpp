// Documents to download, each with its format and size.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

constexpr std::size_t most_files = 30;

json::Object read_item(PartReader& reader) {
  json::Object item;
  const auto media_id = reader.row("media_id");
  if (!media_id) reader.missing("media_id", "file_missing");
  put(item, "media_id", media_id);
  put(item, "label", reader.line("label", longest_label));
  return item;
}

json::Object read(PartReader& reader) {
  json::Object block;
  put(block, "title", reader.line("title", longest_label));
  block["items"] = read_items(reader, most_files, read_item);
  return block;
}

json::Value view(const json::Object& block, const BlockSources& sources) {
  json::Array files;
  for (const json::Object* item : items_of(block)) {
    const auto media_id = json::find_integer(*item, "media_id");
    if (!media_id || !sources.document) continue;
    json::Value file = sources.document(*media_id);
    if (!file.is_object()) continue;
    if (auto label = json::string_or(*item, "label"); !label.empty()) file.get_object()["label"] = std::move(label);
    files.push_back(std::move(file));
  }
  if (files.empty()) return false;
  return json::Object{{"heading", shown(block, "title")}, {"files", std::move(files)}};
}

std::vector<std::string> words(const json::Object& block) {
  std::vector<std::string> lines = texts_of(block, {"title"});
  for (const json::Object* item : items_of(block)) {
    for (std::string& text : texts_of(*item, {"label"})) lines.push_back(std::move(text));
  }
  return lines;
}

}  // namespace

const BlockType files_block = {"files", "fichiers", read, view, words};

}  // namespace clocher::tenants
