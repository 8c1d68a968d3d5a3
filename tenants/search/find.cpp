// One question: read, corrected, asked of every index, ranked, and only the page that is shown is read.
#include "tenants/search/find.hpp"

#include "core/search/query.hpp"
#include "tenants/search/ranking.hpp"
#include "tenants/search/synonyms.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <unordered_set>

namespace clocher::tenants {
namespace {

using search::Analyzer;
using search::Expression;
using search::Index;
using Indexes = std::span<Index* const>;

struct Candidate {
  Index* index = nullptr;
  search::Match match;
  double score = 0;
};

std::vector<Candidate> ranked(Indexes indexes, const Expression& expression, Instant now) {
  std::vector<Candidate> candidates;
  for (Index* index : indexes) {
    for (search::Match& match : index->find(expression, now)) {
      const double score = score_of(match, now);
      candidates.push_back({index, std::move(match), score});
    }
  }
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
  return candidates;
}

std::vector<std::pair<std::string, std::size_t>> count_kinds(const std::vector<Candidate>& candidates) {
  std::vector<std::pair<std::string, std::size_t>> kinds;
  for (const SearchKind& kind : search_kinds()) {
    const auto count =
        std::ranges::count(candidates, kind.name, [](const Candidate& candidate) { return candidate.match.kind; });
    if (count > 0) kinds.emplace_back(kind.name, static_cast<std::size_t>(count));
  }
  return kinds;
}

// Nothing when it has gone since it was found.
std::optional<Found> read(const Candidate& candidate, const std::unordered_set<std::string>& stems,
                          Analyzer& analyzer) {
  const auto document = candidate.index->read(candidate.match.id);
  if (!document) return std::nullopt;
  const std::string whole = document->summary.empty() ? document->text : document->summary + "\n" + document->text;
  return Found{document->kind,     document->title,      document->address,
               document->category, document->updated_at, search::snippet(whole, stems, analyzer)};
}

struct Answer {
  Expression expression;
  std::vector<Candidate> candidates;
  bool is_partial = false;
};

// All words; when nothing holds them all, those that hold the most of them.
Answer ask_all_then_any(Indexes indexes, const search::Query& query, Analyzer& analyzer, Instant now) {
  Answer answer{search::expression_of(query, search::Join::all, municipal_synonyms(), analyzer), {}};
  answer.candidates = ranked(indexes, answer.expression, now);
  if (!answer.candidates.empty() || query.terms.size() < 2) return answer;
  answer.expression = search::expression_of(query, search::Join::any, municipal_synonyms(), analyzer);
  answer.candidates = ranked(indexes, answer.expression, now);
  answer.is_partial = !answer.candidates.empty();
  return answer;
}

}  // namespace

SearchResults find_in(Indexes indexes, const Ask& ask, Instant now) {
  SearchResults results;
  search::Query query = search::parse_query(ask.text);
  results.has_words = !query.terms.empty();
  if (!results.has_words) return results;
  Analyzer analyzer;
  if (ask.spelling == Ask::Spelling::literal) {
    query = search::complete(std::move(query), indexes, analyzer);
  } else {
    search::Checked checked = search::check_spelling(std::move(query), indexes, municipal_synonyms(), analyzer);
    query = std::move(checked.query);
    results.corrected = std::move(checked.corrected);
  }
  Answer answer = ask_all_then_any(indexes, query, analyzer, now);
  results.is_partial = answer.is_partial;
  auto& candidates = answer.candidates;
  results.kinds = count_kinds(candidates);
  if (!ask.kind.empty()) std::erase_if(candidates, [&](const Candidate& each) { return each.match.kind != ask.kind; });
  results.total = candidates.size();
  const auto stems = search::stems_in(answer.expression);
  const std::size_t first = (std::max<std::size_t>(ask.page, 1) - 1) * SearchResults::page_size;
  for (std::size_t i = first; i < std::min(first + SearchResults::page_size, candidates.size()); ++i) {
    if (auto found = read(candidates[i], stems, analyzer)) results.items.push_back(std::move(*found));
  }
  return results;
}

std::vector<Found> find_any(search::Index& index, std::string_view words, std::size_t most, Instant now) {
  std::vector<Found> found;
  const search::Query query = search::parse_query(words);
  if (query.terms.empty()) return found;
  Analyzer analyzer;
  const std::array<Index*, 1> indexes{&index};
  const auto expression = search::expression_of(query, search::Join::any, municipal_synonyms(), analyzer);
  for (const Candidate& candidate : ranked(indexes, expression, now)) {
    if (found.size() == most) break;
    const auto document = index.read(candidate.match.id);
    if (document) found.push_back({document->kind, document->title, document->address, document->category, {}, {}});
  }
  return found;
}

}  // namespace clocher::tenants
