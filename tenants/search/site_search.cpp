// Keeps indexes fresh, asks two of them, and puts what they found into one order.
#include "tenants/search/site_search.hpp"

#include "core/base/text.hpp"
#include "core/search/query.hpp"
#include "tenants/search/documents.hpp"
#include "tenants/search/synonyms.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

namespace clocher::tenants {
namespace {

using search::Analyzer;
using search::Index;

constexpr std::size_t open_indexes = 100;
// What only time changes: a text that was planned becomes public without a write.
constexpr std::int64_t longest_age_seconds = 5 * one_minute;

struct Weight {
  std::string_view kind;
  double factor;
};
// Also the order of the facets. What a commune does itself comes before what the State explains.
constexpr std::array<Weight, 8> weights = {{{"procedure", 1.4},
                                            {"alert", 1.2},
                                            {"page", 1.15},
                                            {"directory", 1.1},
                                            {"event", 0.95},
                                            {"news", 0.9},
                                            {"act", 0.75},
                                            {"sheet", 0.8}}};

double weight_of(std::string_view kind) {
  const auto found = std::ranges::find(weights, kind, &Weight::kind);
  return found == weights.end() ? 1 : found->factor;
}

struct Candidate {
  Index* index = nullptr;
  std::int64_t id = 0;
  std::string kind;
  double score = 0;
};

double score_of(const search::Match& match, double best, Instant now) {
  double score = match.relevance / best * weight_of(match.kind);
  if (match.title == search::TitleMatch::exact) score += 1;
  if (match.title == search::TitleMatch::all_words) score += 0.5;
  const bool ages = match.kind == "news" || match.kind == "act" || match.kind == "event";
  const double years = static_cast<double>(now - match.updated_at) / static_cast<double>(365 * one_day);
  return ages ? score - 0.1 * std::clamp(years, 0.0, 3.0) : score;
}

// bm25 of two indexes cannot be compared: each is measured by the best of its own.
void add_matches(std::vector<Candidate>& candidates, Index& index, const search::Expression& expression, Instant now) {
  const auto matches = index.find(expression, now);
  double best = 0;
  for (const search::Match& match : matches) best = std::max(best, match.relevance);
  for (const search::Match& match : matches)
    candidates.push_back({&index, match.id, match.kind, score_of(match, std::max(best, 1e-9), now)});
}

std::vector<Candidate> ranked(std::span<Index* const> indexes, const search::Expression& expression, Instant now) {
  std::vector<Candidate> candidates;
  for (Index* index : indexes) add_matches(candidates, *index, expression, now);
  std::ranges::stable_sort(candidates, std::greater<>(), &Candidate::score);
  return candidates;
}

std::vector<std::pair<std::string, std::size_t>> count_kinds(const std::vector<Candidate>& candidates) {
  std::vector<std::pair<std::string, std::size_t>> kinds;
  for (const Weight& weight : weights) {
    const auto count = std::ranges::count(candidates, weight.kind, &Candidate::kind);
    if (count > 0) kinds.emplace_back(weight.kind, static_cast<std::size_t>(count));
  }
  return kinds;
}

std::optional<Found> read(const Candidate& candidate, const std::unordered_set<std::string>& stems, Analyzer& analyzer) {
  const auto document = candidate.index->read(candidate.id);
  if (!document) return std::nullopt;
  const std::string whole = document->summary.empty() ? document->text : document->summary + "\n" + document->text;
  return Found{document->kind,     document->title,      document->address,
               document->category, document->updated_at, search::snippet(whole, stems, analyzer)};
}

search::Document document_of(const sheets::SearchDocument& sheet) {
  search::Document document;
  document.kind = "sheet";
  document.key = std::string(sheets::to_string(sheet.sheet.audience)) + "/" + sheet.sheet.id;
  document.title = sheet.sheet.title;
  document.address = sheet.url;
  document.summary = sheet.sheet.description;
  document.category = sheet.sheet.theme;
  document.headings = sheet.sheet.theme;
  document.text = sheet.text;
  document.updated_at = sheet.sheet.imported_at;
  return document;
}

}  // namespace

SiteSearch::SiteSearch(std::function<std::string(std::string_view insee)> folder_of, sheets::Store& sheets,
                       std::string sheets_path)
    : folder_of_(std::move(folder_of)), sheets_(sheets), sheets_index_(std::move(sheets_path)) {}

std::shared_ptr<SiteSearch::Site> SiteSearch::site_of(const std::string& insee) {
  const std::string path = folder_of_(insee) + "/search.db";
  const std::lock_guard lock(mutex_);
  const auto found = std::ranges::find(recent_, insee, &Recent::value_type::first);
  // A commune that was deleted and made again has another file under the same name.
  const bool is_gone = found != recent_.end() && !std::filesystem::exists(path);
  if (found != recent_.end() && !is_gone) {
    recent_.splice(recent_.begin(), recent_, found);
    return found->second;
  }
  if (is_gone) recent_.erase(found);
  recent_.emplace_front(insee, std::make_shared<Site>(path));
  if (recent_.size() > open_indexes) recent_.pop_back();
  return recent_.front().second;
}

std::shared_ptr<SiteSearch::Site> SiteSearch::fresh_site(Tenant& tenant, Instant now) {
  auto site = site_of(tenant.insee());
  const std::lock_guard lock(site->refreshing);
  const std::int64_t generation = tenant.generation();
  const bool is_fresh = site->generation == generation && now - site->refreshed_at < longest_age_seconds;
  if (is_fresh) return site;
  site->index.reconcile(public_documents(tenant, now));
  site->generation = generation;
  site->refreshed_at = now;
  return site;
}

SearchResults SiteSearch::search(Tenant& tenant, const Ask& ask, Instant now) {
  SearchResults results;
  search::Query query = search::parse_query(ask.text);
  if (query.terms.empty()) return results;
  const auto site = fresh_site(tenant, now);
  const std::array<Index*, 2> indexes = {&site->index, &sheets_index_};
  Analyzer analyzer;
  if (ask.spelling == Ask::Spelling::literal) {
    query = search::complete(std::move(query), indexes, analyzer);
  } else {
    search::Checked checked = search::check_spelling(std::move(query), indexes, municipal_synonyms(), analyzer);
    query = std::move(checked.query);
    results.corrected = std::move(checked.corrected);
  }
  auto expression = search::expression_of(query, search::Join::all, municipal_synonyms(), analyzer);
  auto candidates = ranked(indexes, expression, now);
  if (candidates.empty() && query.terms.size() > 1) {
    expression = search::expression_of(query, search::Join::any, municipal_synonyms(), analyzer);
    candidates = ranked(indexes, expression, now);
  }
  results.kinds = count_kinds(candidates);
  if (!ask.kind.empty()) std::erase_if(candidates, [&](const Candidate& each) { return each.kind != ask.kind; });
  results.total = candidates.size();
  const auto stems = search::stems_in(expression);
  const std::size_t first = (std::max<std::size_t>(ask.page, 1) - 1) * SearchResults::page_size;
  for (std::size_t i = first; i < std::min(first + SearchResults::page_size, candidates.size()); ++i) {
    if (auto found = read(candidates[i], stems, analyzer)) results.items.push_back(std::move(*found));
  }
  return results;
}

std::vector<Found> SiteSearch::suggest(Tenant& tenant, std::string_view path, std::size_t most, Instant now) {
  std::string words(path);
  std::ranges::replace_if(words, [](char c) { return c == '/' || c == '-' || c == '_' || c == '.' || c == '"'; }, ' ');
  // Robots try addresses by the thousand: no time is spent on their spelling.
  SearchResults results = search(tenant, {.text = std::move(words), .spelling = Ask::Spelling::literal}, now);
  if (results.items.size() > most) results.items.resize(most);
  return std::move(results.items);
}

void SiteSearch::refresh_sheets() {
  const std::lock_guard lock(refreshing_sheets_);
  const std::int64_t generation = sheets_.generation();
  if (generation == sheets_generation_) return;
  std::vector<search::Document> documents;
  for (const sheets::Audience audience : sheets::audiences) {
    sheets_.documents(audience, [&](const sheets::SearchDocument& sheet) {
      documents.push_back(document_of(sheet));
      return true;
    });
  }
  sheets_index_.reconcile(documents);
  sheets_generation_ = generation;
}

}  // namespace clocher::tenants
