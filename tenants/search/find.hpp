// Asks indexes and puts what they found into one order.
#pragma once

#include "core/base/clock.hpp"
#include "core/search/index.hpp"
#include "core/search/snippet.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::tenants {

struct Ask {
  std::string text;       // as typed
  std::string kind = {};  // only this kind; "" for all
  std::size_t page = 1;   // from 1
  enum class Spelling { corrected, literal } spelling = Spelling::corrected;
};

struct Found {
  std::string kind;  // of ranking.hpp
  std::string title;
  std::string address;
  std::string category;
  Instant updated_at;
  std::vector<search::Segment> passage;
};

struct SearchResults {
  static constexpr std::size_t page_size = 10;

  std::vector<Found> items;                                // of the page
  std::size_t total = 0;                                   // of the kind that was asked
  std::vector<std::pair<std::string, std::size_t>> kinds;  // of all, in a fixed order, none empty
  std::string corrected;                                   // what was looked for instead, "" when nothing was changed
  bool has_words = false;                                  // false: the question holds only little words
  bool is_partial = false;                                 // nothing holds all words: these hold some
};

// The indexes as they are; nothing in one of them is in another.
[[nodiscard]] SearchResults find_in(std::span<search::Index* const> indexes, const Ask& ask, Instant now);

// The best that hold any of these words, as written; no passages are made.
[[nodiscard]] std::vector<Found> find_any(search::Index& index, std::string_view words, std::size_t most, Instant now);

}  // namespace clocher::tenants
