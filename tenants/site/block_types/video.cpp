// A film: a link to where it is played, and everything that is said in it. No player of others: it would follow visitors.
#include "tenants/site/block_types/common.hpp"
#include "tenants/site/block_types/types.hpp"

namespace clocher::tenants {
namespace {

json::Object read(PartReader& reader) {
  json::Object block;
  const std::string title = reader.line("title", longest_label);
  const std::string url = reader.link("url");
  const std::string transcript = reader.text("transcript_markdown", longest_prose);
  if (title.empty()) reader.missing("title", "title_missing");
  if (url.empty()) reader.missing("url", "link_missing");
  if (transcript.empty()) reader.missing("transcript_markdown", "transcript_missing");  // RGAA 4.1, 4.1 and 4.2
  put(block, "title", title);
  put(block, "url", url);
  put(block, "transcript_markdown", transcript);
  return block;
}

json::Value view(const json::Object& block, const BlockSources&) {
  const std::string title = json::string_or(block, "title");
  const std::string url = json::string_or(block, "url");
  if (title.empty() || url.empty()) return false;
  return json::Object{
      {"heading", title}, {"video_url", url}, {"transcript_html", shown_markdown(block, "transcript_markdown")}};
}

std::vector<std::string> words(const json::Object& block) { return texts_of(block, {"title", "transcript_markdown"}); }

}  // namespace

const BlockType video_block = {"video", "vidéo", read, view, words};

}  // namespace clocher::tenants
