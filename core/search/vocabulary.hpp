// The words of an index and how many documents hold each: known words, beginnings of words, one-letter corrections.
#pragma once

#include "core/db/database.hpp"
#include "core/search/french.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace clocher::search {

struct KnownWord {
  std::string word;
  std::int64_t documents = 0;
};

// word -> how many more (or fewer) documents hold it.
using WordChanges = std::unordered_map<std::string, std::int64_t>;

void change_words(db::Tx& tx, const WordChanges& changes, Analyzer& analyzer);

// Some document holds a word of that stem.
[[nodiscard]] bool knows_stem(db::ReadTx& tx, std::string_view stem);

// The most frequent first, at most `most`; `prefix` is the beginning of a token's word.
[[nodiscard]] std::vector<KnownWord> words_beginning(db::ReadTx& tx, std::string_view prefix, std::int64_t most);

// The known words one letter away: another letter, one too many, one too few, two exchanged. In no order.
[[nodiscard]] std::vector<KnownWord> words_one_letter_away(db::ReadTx& tx, std::string_view word);

}  // namespace clocher::search
