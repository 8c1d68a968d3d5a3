// The one thing to do next, as a button: a link whose words say where it leads.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

json::Object read(PartReader& reader) {
  json::Object block;
  const std::string label = reader.line("label", longest_label);
  const std::string url = reader.link("url");
  if (label.empty()) reader.missing("label", "label_missing");
  if (url.empty()) reader.missing("url", "link_missing");
  put(block, "label", label);
  put(block, "url", url);
  return block;
}

json::Value view(const json::Object& block, const BlockSources&) {
  const std::string label = json::string_or(block, "label");
  const std::string url = json::string_or(block, "url");
  if (label.empty() || url.empty()) return false;
  return json::Object{{"label", label}, {"action_url", url}};
}

std::vector<std::string> words(const json::Object& block) { return texts_of(block, {"label"}); }

}  // namespace

const BlockType action_block = {"action", "bouton", read, view, words};

}  // namespace clocher::tenants
