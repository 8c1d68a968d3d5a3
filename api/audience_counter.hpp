// Counts the pages that are shown, in memory, until someone writes the sums down. Knows paths and days, never readers.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/date.hpp"
#include "core/http/message.hpp"
#include "tenants/site/audience.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace clocher::api {

// Thread-safe, and cheap enough for the I/O thread. Bounded: at most so many paths per commune between two writings,
// the others are not counted.
class AudienceCounter {
 public:
  static constexpr std::size_t paths_per_commune = 5'000;

  // Robots, previews fetched ahead and requests that are no GET are not readers.
  void count(std::string_view insee, const http::Request& request, Instant now);

  // Gives each commune's sums of each day to `write` and forgets them.
  void take(const std::function<void(const std::string& insee, Date day, const tenants::PageViews& views)>& write);

 private:
  using Days = std::map<Date, tenants::PageViews>;

  std::mutex mutex_;
  std::map<std::string, Days, std::less<>> communes_;
  Instant hour_begins_{-one_day};  // what `today_` was computed for
  Date today_{};
};

// By the name it gives itself.
[[nodiscard]] bool is_robot(std::string_view user_agent);

}  // namespace clocher::api
