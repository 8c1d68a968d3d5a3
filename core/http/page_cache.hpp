// Public pages ready to send: each is compressed once per tenant generation, then answered without rendering (design D12).
#pragma once

#include "core/base/clock.hpp"
#include "core/http/message.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace clocher::http {

struct CachedPage {
  Headers headers;  // of the rendered page, without those that belong to one request
  std::string hash;
  std::shared_ptr<const std::string> identity, gzip, brotli;
};

// 304 when the client has it, else the bytes it prefers; with ETag, Vary and `Cache-Control: no-cache`.
[[nodiscard]] Response answer_with(const CachedPage& page, const Request& request);

// Safe to share between threads. Bounded by bytes: the least recently used pages leave first.
class PageCache {
 public:
  static constexpr std::int64_t max_age_seconds = 60;  // a page may show what only time changes, such as opening hours

  explicit PageCache(std::size_t capacity_bytes) : capacity_bytes_(capacity_bytes) {}

  // nullopt unless `request` is a GET or HEAD without query and its page is here for this very tenant and generation.
  // The caller has checked that the request is anonymous.
  [[nodiscard]] std::optional<Response> answer(const Request& request, std::string_view tenant, std::int64_t generation,
                                               Instant now);

  [[nodiscard]] std::shared_ptr<const CachedPage> find(std::string_view tenant, std::int64_t generation,
                                                       std::string_view path, Instant now);

  // `generation` was read before the page was rendered. Compresses, outside of the lock. nullptr, and nothing kept, when the
  // response is not for everybody: another status than 200, Set-Cookie, or a Cache-Control with no-store or private.
  // A page too large for the whole cache is returned without being kept.
  std::shared_ptr<const CachedPage> store(std::string_view tenant, std::int64_t generation, std::string_view path,
                                          const Response& response, Instant now);

  [[nodiscard]] std::size_t size_bytes() const;
  [[nodiscard]] std::size_t count() const;

 private:
  struct Entry {
    std::string key;
    std::int64_t generation;
    Instant made_at;
    std::shared_ptr<const CachedPage> page;
    std::size_t size_bytes;
  };
  using Entries = std::list<Entry>;

  void insert(Entry entry);
  void erase(Entries::iterator entry);

  const std::size_t capacity_bytes_;
  mutable std::mutex mutex_;
  Entries entries_;                                                // most recently used first
  std::unordered_map<std::string_view, Entries::iterator> index_;  // keys live in entries_
  std::size_t size_bytes_ = 0;
};

}  // namespace clocher::http
