// What a person typed, and the question it becomes. Nothing of FTS5's syntax passes.
#pragma once

#include "core/search/index.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace clocher::search {

inline constexpr std::size_t longest_query_characters = 200;
inline constexpr std::size_t most_terms = 8;

// Sayings that mean the same, each one or several words: asking for one finds the others.
using SynonymGroup = std::span<const std::string_view>;
using Synonyms = std::span<const SynonymGroup>;

// A word of the query, or a phrase in quotes (several words).
struct Term {
  std::vector<std::string> words;
  bool is_phrase = false;
  std::vector<std::string> alternatives = {};  // whole words that begin so, when the last word is unfinished
};

struct Query {
  std::string text;  // as typed, cut and on one line
  std::vector<Term> terms;
};

// At most 200 characters and 8 terms are read; empty words are left out; a minus and other signs are ignored.
[[nodiscard]] Query parse_query(std::string_view text);

enum class Join { all, any };

[[nodiscard]] Expression expression_of(const Query& query, Join join, Synonyms synonyms, Analyzer& analyzer);

// All stems that the expression looks for: what a snippet marks.
[[nodiscard]] std::unordered_set<std::string> stems_in(const Expression& expression);

struct Checked {
  Query query;            // corrected, completed
  std::string corrected;  // what was read instead, "" when nothing was changed
};

// Completes an unfinished last word, corrects up to 3 words that no index knows by one letter.
[[nodiscard]] Checked check_spelling(Query query, std::span<Index* const> indexes, Synonyms synonyms,
                                     Analyzer& analyzer);
// Completes only: "Rechercher plutôt".
[[nodiscard]] Query complete(Query query, std::span<Index* const> indexes, Analyzer& analyzer);

}  // namespace clocher::search
