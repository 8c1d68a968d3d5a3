// How often the pages of a site are shown: sums by day and path, kept 25 months (CNIL, exemption of audience measurement).
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "tenants/tenant.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace clocher::tenants {

using PageViews = std::map<std::string, std::int64_t, std::less<>>;  // path -> times shown

void add_page_views(Tenant& tenant, Date day, const PageViews& views);

struct DayAudience {
  Date day;
  std::int64_t views = 0;
};
struct PageAudience {
  std::string path;
  std::int64_t views = 0;
};
struct Audience {
  std::vector<DayAudience> days;  // every day of the period, oldest first
  std::vector<PageAudience> pages;  // the most read first, at most 50
  std::int64_t total = 0;
  std::int64_t total_before = 0;  // in the period of the same length before
};

// The `days` days that end with `last`.
[[nodiscard]] Audience read_audience(db::ReadTx& tx, Date last, int days);

// Forgets what is older than 25 months. How many rows.
std::int64_t purge_audience(Tenant& tenant, Instant now);

}  // namespace clocher::tenants
