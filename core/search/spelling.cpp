// Completes and corrects the words of a query against the words of the indexes.
#include "core/search/query.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace clocher::search {
namespace {

constexpr std::size_t most_corrections = 3;
constexpr std::size_t shortest_corrected = 4;
constexpr std::size_t shortest_completed = 2;
constexpr std::int64_t most_completions = 12;

bool is_known(std::span<Index* const> indexes, const std::string& stem) {
  return std::ranges::any_of(
      indexes, [&](Index* index) { return index->read_words([&](db::ReadTx& tx) { return knows_stem(tx, stem); }); });
}

bool is_known_saying(Synonyms synonyms, const std::string& stem, Analyzer& analyzer) {
  for (const SynonymGroup& group : synonyms) {
    for (const std::string_view saying : group) {
      for (const Token& token : tokens_of(saying)) {
        if (analyzer.stem(token.word) == stem) return true;
      }
    }
  }
  return false;
}

std::vector<std::string> completions(std::span<Index* const> indexes, const std::string& word) {
  std::vector<std::string> found;
  if (word.size() < shortest_completed) return found;
  for (Index* index : indexes) {
    for (KnownWord& known :
         index->read_words([&](db::ReadTx& tx) { return words_beginning(tx, word, most_completions); }))
      found.push_back(std::move(known.word));
  }
  return found;
}

// The most frequent word one letter away; one that keeps the first letter counts five times.
std::optional<std::string> correction(std::span<Index* const> indexes, const std::string& word) {
  if (word.size() < shortest_corrected || std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::map<std::string, std::int64_t> weights;
  for (Index* index : indexes) {
    for (const KnownWord& known : index->read_words([&](db::ReadTx& tx) { return words_one_letter_away(tx, word); }))
      weights[known.word] += known.documents * (known.word[0] == word[0] ? 5 : 1);
  }
  const auto best = std::ranges::max_element(weights, {}, [](const auto& entry) { return entry.second; });
  return best == weights.end() ? std::nullopt : std::optional(best->first);
}

// The text with one of its words replaced, the rest as it was typed.
std::string replace_word(const std::string& text, const std::string& word, const std::string& by) {
  for (const Token& token : tokens_of(text)) {
    if (token.word == word) return std::string(text).replace(token.begin, token.size_bytes, by);
  }
  return text;
}

}  // namespace

Query complete(Query query, std::span<Index* const> indexes, Analyzer& analyzer) {
  if (query.terms.empty()) return query;
  Term& last = query.terms.back();
  if (!last.is_phrase && !is_known(indexes, analyzer.stem(last.words[0])))
    last.alternatives = completions(indexes, last.words[0]);
  return query;
}

Checked check_spelling(Query query, std::span<Index* const> indexes, Synonyms synonyms, Analyzer& analyzer) {
  Checked checked{complete(std::move(query), indexes, analyzer), ""};
  std::size_t attempts = 0;
  for (Term& term : checked.query.terms) {
    if (!term.alternatives.empty()) continue;
    for (std::string& word : term.words) {
      const std::string& stem = analyzer.stem(word);
      if (is_known(indexes, stem) || is_known_saying(synonyms, stem, analyzer) || ++attempts > most_corrections)
        continue;
      const auto better = correction(indexes, word);
      if (!better) continue;
      checked.corrected =
          replace_word(checked.corrected.empty() ? checked.query.text : checked.corrected, word, *better);
      word = *better;
    }
  }
  return checked;
}

}  // namespace clocher::search
