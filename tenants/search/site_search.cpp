// Keeps indexes fresh and asks them.
#include "tenants/search/site_search.hpp"

#include "tenants/search/documents.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

namespace clocher::tenants {
namespace {

using search::Index;

constexpr std::size_t open_indexes = 100;
constexpr std::size_t longest_path_bytes = 120;

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
  // One that somebody uses stays: its file must not be opened twice.
  for (auto oldest = recent_.end(); recent_.size() > open_indexes && oldest != recent_.begin();) {
    --oldest;
    if (oldest->second.use_count() == 1) oldest = recent_.erase(oldest);
  }
  return recent_.front().second;
}

std::shared_ptr<SiteSearch::Site> SiteSearch::fresh_site(Tenant& tenant, Instant now) {
  auto site = site_of(tenant.insee());
  const std::lock_guard lock(site->refreshing);
  // Before the reading: what is written meanwhile is read the next time.
  const std::int64_t generation = tenant.generation();
  if (site->generation == generation && now < site->changes_at) return site;
  const PublicDocuments found = public_documents(tenant, now);
  site->index.reconcile(found.documents);
  site->generation = generation;
  site->changes_at = found.changes_at;
  return site;
}

void SiteSearch::refresh(Tenant& tenant, Instant now) { fresh_site(tenant, now); }

SearchResults SiteSearch::search(Tenant& tenant, const Ask& ask, Instant now) {
  const auto site = fresh_site(tenant, now);
  const std::array<Index*, 2> indexes = {&site->index, &sheets_index_};
  return find_in(indexes, ask, now);
}

std::vector<Found> SiteSearch::suggest(Tenant& tenant, std::string_view path, std::size_t most, Instant now) {
  if (path.size() > longest_path_bytes || path.find('.') != std::string_view::npos) return {};
  const auto site = site_of(tenant.insee());
  // The first time of all: there is nothing to find yet.
  if (site->index.count() == 0) refresh(tenant, now);
  return find_any(site->index, path, most, now);
}

void SiteSearch::refresh_sheets() {
  const std::unique_lock lock(refreshing_sheets_, std::try_to_lock);
  if (!lock.owns_lock()) return;
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
