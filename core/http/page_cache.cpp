// Keeps, finds and answers pages; forgets the least recently used.
#include "core/http/page_cache.hpp"

#include "core/http/compress.hpp"
#include "core/http/negotiate.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace clocher::http {
namespace {

constexpr std::size_t overhead_bytes = 512;  // list node, index, shared pointers

// The tenant's length comes first, so that no tenant and path can be read as another tenant's.
std::string make_key(std::string_view tenant, std::string_view path) {
  std::string key = std::to_string(tenant.size());
  key.append(":").append(tenant).append(path);
  return key;
}

// FNV-1a: tells two versions of one page apart; nothing secret hangs on it.
std::string hash_of(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  std::array<char, 16> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hash, 16).ptr;
  return {digits.data(), end};
}

bool is_for_everybody(const Response& response) {
  const std::string_view control = response.headers.get("Cache-Control");
  const auto says = [&](std::string_view word) { return control.find(word) != std::string_view::npos; };
  return response.status == 200 && !response.headers.has("Set-Cookie") && !says("no-store") && !says("private");
}

std::shared_ptr<const CachedPage> make_page(const Response& response) {
  CachedPage page;
  page.headers = response.headers;
  for (const std::string_view of_one_request : {"X-Request-Id", "Date", "Content-Length"})
    page.headers.remove(of_one_request);
  const std::string_view bytes = response.payload();
  page.hash = hash_of(bytes);
  page.identity = std::make_shared<const std::string>(bytes);
  page.gzip = std::make_shared<const std::string>(gzip(bytes));
  page.brotli = std::make_shared<const std::string>(brotli(bytes));
  return std::make_shared<const CachedPage>(std::move(page));
}

std::size_t size_of(const std::string& key, const CachedPage& page) {
  std::size_t size = overhead_bytes + key.size() + page.identity->size() + page.gzip->size() + page.brotli->size();
  for (const auto& [name, value] : page.headers.all()) size += name.size() + value.size() + 2 * sizeof(std::string);
  return size;
}

std::shared_ptr<const std::string> bytes_in(const CachedPage& page, Encoding encoding) {
  switch (encoding) {
    case Encoding::brotli: return page.brotli;
    case Encoding::gzip: return page.gzip;
    case Encoding::identity: break;
  }
  return page.identity;
}

void add_vary(Headers& headers) {
  const std::string known(headers.get("Vary"));
  headers.set("Vary", known.empty() ? "Accept-Encoding" : known + ", Accept-Encoding");
}

}  // namespace

Response answer_with(const CachedPage& page, const Request& request) {
  constexpr std::array compressed = {Encoding::brotli, Encoding::gzip};
  const Encoding encoding = choose_encoding(request.headers.get("Accept-Encoding"), compressed);
  const std::string etag = make_etag(page.hash, encoding);
  Response response;
  response.headers = page.headers;
  response.headers.set("ETag", etag);
  response.headers.set("Cache-Control", "no-cache");
  add_vary(response.headers);
  if (matches_etag(request.headers.get("If-None-Match"), etag)) {
    response.status = 304;
    response.headers.remove("Content-Type");
    return response;
  }
  if (encoding != Encoding::identity) response.headers.set("Content-Encoding", std::string(content_coding(encoding)));
  response.shared_body = bytes_in(page, encoding);
  return response;
}

std::optional<Response> PageCache::answer(const Request& request, std::string_view tenant, std::int64_t generation,
                                          Instant now) {
  const bool reads = request.method == Method::get || request.method == Method::head;
  if (!reads || !request.query.empty()) return std::nullopt;
  const auto page = find(tenant, generation, request.path, now);
  if (!page) return std::nullopt;
  return answer_with(*page, request);
}

std::shared_ptr<const CachedPage> PageCache::find(std::string_view tenant, std::int64_t generation,
                                                  std::string_view path, Instant now) {
  const std::string key = make_key(tenant, path);
  const std::lock_guard lock(mutex_);
  const auto known = index_.find(key);
  if (known == index_.end()) return nullptr;
  const auto entry = known->second;
  const std::int64_t age_seconds = now - entry->made_at;
  const bool too_old = entry->generation < generation || age_seconds >= max_age_seconds || age_seconds < 0;
  if (too_old) {
    erase(entry);
    return nullptr;
  }
  if (entry->generation != generation) return nullptr;
  entries_.splice(entries_.begin(), entries_, entry);
  return entry->page;
}

std::shared_ptr<const CachedPage> PageCache::store(std::string_view tenant, std::int64_t generation,
                                                   std::string_view path, const Response& response, Instant now) {
  if (!is_for_everybody(response)) return nullptr;
  const auto page = make_page(response);
  std::string key = make_key(tenant, path);
  const std::size_t size = size_of(key, *page);
  insert({std::move(key), generation, now, page, size});
  return page;
}

void PageCache::insert(Entry entry) {
  if (entry.size_bytes > capacity_bytes_) return;
  const std::lock_guard lock(mutex_);
  if (const auto known = index_.find(entry.key); known != index_.end()) {
    if (known->second->generation > entry.generation) return;  // someone rendered a later state meanwhile
    erase(known->second);
  }
  while (size_bytes_ + entry.size_bytes > capacity_bytes_) erase(std::prev(entries_.end()));
  size_bytes_ += entry.size_bytes;
  entries_.push_front(std::move(entry));
  index_.emplace(entries_.front().key, entries_.begin());
}

void PageCache::erase(Entries::iterator entry) {
  size_bytes_ -= entry->size_bytes;
  index_.erase(entry->key);
  entries_.erase(entry);
}

std::size_t PageCache::size_bytes() const {
  const std::lock_guard lock(mutex_);
  return size_bytes_;
}

std::size_t PageCache::count() const {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

}  // namespace clocher::http
