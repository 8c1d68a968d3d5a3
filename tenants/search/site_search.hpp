// Search over a commune's site and the platform's sheets: each commune has an index of its own, beside its file.
#pragma once

#include "core/base/clock.hpp"
#include "core/search/index.hpp"
#include "core/search/snippet.hpp"
#include "tenants/sheets/store.hpp"
#include "tenants/tenant.hpp"

#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::tenants {

struct Ask {
  std::string text;                           // as typed
  std::string kind = {};                      // only this kind; "" for all
  std::size_t page = 1;                       // from 1
  enum class Spelling { corrected, literal } spelling = Spelling::corrected;
};

struct Found {
  std::string kind;  // page, news, event, alert, procedure, directory, act, sheet
  std::string title;
  std::string address;
  std::string category;
  Instant updated_at;
  std::vector<search::Segment> passage;
};

struct SearchResults {
  static constexpr std::size_t page_size = 10;

  std::vector<Found> items;  // of the page
  std::size_t total = 0;     // of the kind that was asked
  std::vector<std::pair<std::string, std::size_t>> kinds;  // of all, in a fixed order, none empty
  std::string corrected;     // what was looked for instead, "" when nothing was changed
};

// Thread-safe.
class SiteSearch {
 public:
  // `folder_of` gives the folder of a commune's data; `sheets_path` is a file of the platform's.
  SiteSearch(std::function<std::string(std::string_view insee)> folder_of, sheets::Store& sheets, std::string sheets_path);

  // Up to date with what the commune published before the call, and with the sheets as refresh_sheets last saw them.
  [[nodiscard]] SearchResults search(Tenant& tenant, const Ask& ask, Instant now);
  // At most `most` pages for the words of an address that leads nowhere.
  [[nodiscard]] std::vector<Found> suggest(Tenant& tenant, std::string_view path, std::size_t most, Instant now);
  // For the background: reads the sheets again when they have changed since.
  void refresh_sheets();

 private:
  struct Site {
    explicit Site(const std::string& path) : index(path) {}
    search::Index index;
    std::mutex refreshing;
    std::int64_t generation = -1;
    Instant refreshed_at{};
  };
  using Recent = std::list<std::pair<std::string, std::shared_ptr<Site>>>;

  std::shared_ptr<Site> site_of(const std::string& insee);
  std::shared_ptr<Site> fresh_site(Tenant& tenant, Instant now);

  const std::function<std::string(std::string_view insee)> folder_of_;
  sheets::Store& sheets_;
  search::Index sheets_index_;
  std::mutex refreshing_sheets_;
  std::int64_t sheets_generation_ = -1;
  std::mutex mutex_;
  Recent recent_;  // the most recently used first
};

}  // namespace clocher::tenants
