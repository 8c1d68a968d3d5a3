// Search over a commune's site and the platform's sheets: each commune has an index of its own, beside its file.
#pragma once

#include "core/base/clock.hpp"
#include "core/search/index.hpp"
#include "tenants/search/find.hpp"
#include "tenants/sheets/store.hpp"
#include "tenants/tenant.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::tenants {

// Thread-safe.
class SiteSearch {
 public:
  // `folder_of` gives the folder of a commune's data; `sheets_path` is a file of the platform's.
  SiteSearch(std::function<std::string(std::string_view insee)> folder_of, sheets::Store& sheets,
             std::string sheets_path);

  // Up to date with what the commune publishes, and with the sheets as refresh_sheets last saw them.
  [[nodiscard]] SearchResults search(Tenant& tenant, const Ask& ask, Instant now);
  // At most `most` of the commune's pages for the words of an address that leads nowhere, without passages; from the index as it
  // stands, so that nobody waits. Nothing for names of files: robots try them by the thousand.
  [[nodiscard]] std::vector<Found> suggest(Tenant& tenant, std::string_view path, std::size_t most, Instant now);

  // For the background, so that who searches does not wait.
  void refresh(Tenant& tenant, Instant now);
  void refresh_sheets();

 private:
  struct Site {
    explicit Site(const std::string& path) : index(path) {}
    search::Index index;
    std::mutex refreshing;
    std::int64_t generation = -1;        // of the commune when it was read last
    Instant changes_at = search::never;  // something appears or ends then without anybody writing
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
