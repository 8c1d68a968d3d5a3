// The card of a record of the directory: written there once, shown here.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

json::Object read(PartReader& reader) {
  json::Object block;
  const auto entry_id = reader.row("entry_id");
  if (!entry_id) reader.missing("entry_id", "entry_missing");
  put(block, "entry_id", entry_id);
  return block;
}

json::Value view(const json::Object& block, const BlockSources& sources) {
  const auto entry_id = json::find_integer(block, "entry_id");
  if (!entry_id || !sources.entry) return false;
  return sources.entry(*entry_id);
}

// What the directory says is searched as the directory.
std::vector<std::string> words(const json::Object&) { return {}; }

}  // namespace

const BlockType contact_block = {"contact", "contact", read, view, words};

}  // namespace clocher::tenants
