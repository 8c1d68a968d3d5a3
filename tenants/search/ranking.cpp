// Weights as a table; the ranking suite (tests/tenants/search/ranking_test.cpp) holds them.
#include "tenants/search/ranking.hpp"

#include <algorithm>
#include <array>

namespace clocher::tenants {
namespace {

// The commune's own answer before the State's; a procedure before the page that speaks of it.
constexpr std::array<SearchKind, 8> kinds = {{{"procedure", 1.3},
                                              {"page", 1.2},
                                              {"news", 0.9, 365},
                                              {"event", 0.9, 365},
                                              {"alert", 1.2, 365},
                                              {"directory", 1.2},
                                              {"act", 0.7, 1500},
                                              {"sheet", 0.8}}};

double freshness(const SearchKind& kind, Instant updated_at, Instant now) {
  if (kind.half_life_days == 0) return 1;
  const auto days = static_cast<double>(std::max<std::int64_t>(0, now.seconds - updated_at.seconds)) / one_day;
  return kind.half_life_days / (kind.half_life_days + days);
}

double title_weight(search::TitleMatch title) {
  switch (title) {
    case search::TitleMatch::none: return 1;
    case search::TitleMatch::all_words: return 1.5;
    case search::TitleMatch::exact: return 2.5;
  }
  return 1;
}

}  // namespace

std::span<const SearchKind> search_kinds() { return kinds; }

const SearchKind* find_search_kind(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &SearchKind::name);
  return found == kinds.end() ? nullptr : &*found;
}

double score_of(const search::Match& match, Instant now) {
  const SearchKind* kind = find_search_kind(match.kind);
  if (kind == nullptr) return 0;
  // A word that stands everywhere has a relevance near 0: the title still tells.
  const double relevance = std::max(match.relevance, 0.0) + 0.01;
  return relevance * kind->weight * freshness(*kind, match.updated_at, now) * title_weight(match.title);
}

}  // namespace clocher::tenants
