// What comes first: the words of the index weighed with what a resident most likely means.
#pragma once

#include "core/search/index.hpp"

#include <span>
#include <string_view>

namespace clocher::tenants {

struct SearchKind {
  std::string_view name;  // of documents; its words are search.kind.<name>
  double weight = 1;
  int half_life_days = 0;  // its weight is halved after so many days; 0: never
};

// In the order in which they are offered.
[[nodiscard]] std::span<const SearchKind> search_kinds();
[[nodiscard]] const SearchKind* find_search_kind(std::string_view name);  // nullptr when unknown

// More is better.
[[nodiscard]] double score_of(const search::Match& match, Instant now);

}  // namespace clocher::tenants
