// From French text to what is indexed and asked for: words without accents, without empty words, cut to their stems.
#pragma once

#include "core/search/stemmer.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clocher::search {

// Grows when the analysis changes: what was indexed by another one is indexed again.
inline constexpr int analysis_version = 1;

struct Token {
  std::string word;            // lower case, folded to ASCII where it can be; letters and digits only
  std::size_t begin = 0;       // where it stands in the text, bytes
  std::size_t size_bytes = 0;  // without the article that is elided into it
};

// "L’École-d’Œuvres" -> ecole, oeuvres. Bytes that are not UTF-8 separate words. A word is cut after 40 bytes.
[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

// Words that say nothing about a text: articles, pronouns, "comment", single letters.
[[nodiscard]] bool is_stop_word(std::string_view word);

// Remembers the stems it has found. Not thread-safe: one per call.
class Analyzer {
 public:
  // Of a token's word; the same with and without accents, in the singular and the plural.
  [[nodiscard]] const std::string& stem(const std::string& word);
  // Stems of all words but empty ones, separated by spaces.
  [[nodiscard]] std::string stems_of(std::string_view text);

 private:
  Stemmer stemmer_;
  std::unordered_map<std::string, std::string> known_;
};

}  // namespace clocher::search
