// One commune after the other; the sheets of the platform first, since everybody searches them.
#include "api/commands/indexing.hpp"

#include <utility>

namespace clocher::api::commands {
namespace {

// How soon after an import its sheets are found.
constexpr std::chrono::minutes period{1};

}  // namespace

Indexing::Indexing(Services& services, void (*report)(std::string_view fault))
    : services_(services),
      ticker_(
          period, [this] { make_round(); }, report) {}

void Indexing::look_at(const std::string& insee) {
  {
    const std::lock_guard lock(mutex_);
    communes_.insert(insee);
  }
  ticker_.wake();
}

void Indexing::make_round() {
  services_.search.refresh_sheets();
  std::set<std::string> communes;
  {
    const std::lock_guard lock(mutex_);
    communes = std::exchange(communes_, {});
  }
  for (const std::string& insee : communes) {
    if (stopping_) return;
    const auto tenant = services_.registry.open_for_job(insee);
    if (tenant) services_.search.refresh(**tenant, services_.clock.now());
  }
}

}  // namespace clocher::api::commands
