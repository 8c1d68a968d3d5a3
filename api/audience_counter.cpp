// One lock, one look-up, one addition per page shown.
#include "api/audience_counter.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace clocher::api {

bool is_robot(std::string_view user_agent) {
  static constexpr std::array<std::string_view, 14> marks = {"bot",    "crawl",  "spider", "slurp", "curl",
                                                             "wget",   "python", "java/",  "go-http", "monitor",
                                                             "preview", "fetch", "headless", "scan"};
  if (user_agent.empty()) return true;
  const std::string name = fold(user_agent.substr(0, 400));
  return std::ranges::any_of(marks, [&](std::string_view mark) { return name.find(mark) != std::string::npos; });
}

void AudienceCounter::count(std::string_view insee, const http::Request& request, Instant now) {
  if (request.method != http::Method::get || !request.headers.get("Sec-Purpose").empty()) return;
  if (is_robot(request.headers.get("User-Agent"))) return;
  const std::lock_guard lock(mutex_);
  // French days change on the hour only.
  if (now - hour_begins_ >= one_hour || now < hour_begins_) {
    hour_begins_ = {now.seconds - now.seconds % one_hour};
    today_ = to_local(now).date;
  }
  auto commune = communes_.find(insee);
  if (commune == communes_.end()) commune = communes_.emplace(std::string(insee), Days()).first;
  tenants::PageViews& views = commune->second[today_];
  const auto page = views.find(request.path);
  if (page != views.end())
    ++page->second;
  else if (views.size() < paths_per_commune)
    views.emplace(request.path, 1);
}

void AudienceCounter::take(
    const std::function<void(const std::string& insee, Date day, const tenants::PageViews& views)>& write) {
  std::map<std::string, Days, std::less<>> taken;
  {
    const std::lock_guard lock(mutex_);
    taken = std::exchange(communes_, {});
  }
  for (const auto& [insee, days] : taken) {
    for (const auto& [day, views] : days) write(insee, day, views);
  }
}

}  // namespace clocher::api
