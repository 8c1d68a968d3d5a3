// Slides a window over the words and keeps the one with the most different stems, then the most hits.
#include "core/search/snippet.hpp"

#include <algorithm>
#include <unordered_map>

namespace clocher::search {
namespace {

constexpr std::size_t window_words = 30;
constexpr std::size_t words_before = 5;
constexpr std::size_t longest_read_bytes = 30'000;
// A text without spaces must not fill the page.
constexpr std::size_t longest_passage_bytes = 600;

struct Hit {
  std::size_t token = 0;
  std::string stem;
};

std::vector<Hit> hits_of(const std::vector<Token>& tokens, const std::unordered_set<std::string>& stems,
                         Analyzer& analyzer) {
  std::vector<Hit> hits;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_stop_word(tokens[i].word)) continue;
    const std::string& stem = analyzer.stem(tokens[i].word);
    if (stems.contains(stem)) hits.push_back({i, stem});
  }
  return hits;
}

// The token where the best window begins.
std::size_t best_start(const std::vector<Hit>& hits) {
  std::unordered_map<std::string, int> inside;
  std::size_t best = 0;
  std::pair<std::size_t, std::size_t> most{0, 0};
  for (std::size_t first = 0, last = 0; first < hits.size(); ++first) {
    while (last < hits.size() && hits[last].token < hits[first].token + window_words - words_before)
      ++inside[hits[last++].stem];
    const std::pair score{inside.size(), last - first};
    if (score > most) {
      most = score;
      best = hits[first].token;
    }
    if (--inside[hits[first].stem] == 0) inside.erase(hits[first].stem);
  }
  return best > words_before ? best - words_before : 0;
}

std::string one_spaced(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    const bool is_space = byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
    if (!is_space)
      out += byte;
    else if (!out.ends_with(' '))
      out += ' ';
  }
  return out;
}

}  // namespace

std::vector<Segment> snippet(std::string_view whole, const std::unordered_set<std::string>& stems, Analyzer& analyzer) {
  const std::string_view text = whole.substr(0, longest_read_bytes);
  const std::vector<Token> tokens = tokens_of(text);
  if (tokens.empty()) return {};
  const std::vector<Hit> hits = hits_of(tokens, stems, analyzer);
  const std::size_t start = best_start(hits);
  std::size_t end = std::min(start + window_words, tokens.size());
  const std::size_t from = start == 0 ? 0 : tokens[start].begin;
  while (end > start + 1 && tokens[end - 1].begin + tokens[end - 1].size_bytes - from > longest_passage_bytes) --end;
  const bool is_whole_end = end == tokens.size() && text.size() == whole.size();
  const std::size_t to = is_whole_end ? text.size() : tokens[end - 1].begin + tokens[end - 1].size_bytes;

  std::vector<Segment> segments;
  const auto add = [&](std::string_view part, bool is_marked) {
    if (!part.empty()) segments.push_back({one_spaced(part), is_marked});
  };
  std::size_t at = from;
  if (start > 0) add("… ", false);
  for (const Hit& hit : hits) {
    if (hit.token < start || hit.token >= end) continue;
    const Token& token = tokens[hit.token];
    add(text.substr(at, token.begin - at), false);
    add(text.substr(token.begin, token.size_bytes), true);
    at = token.begin + token.size_bytes;
  }
  add(text.substr(at, to - at), false);
  if (!is_whole_end) add(" …", false);
  return segments;
}

}  // namespace clocher::search
