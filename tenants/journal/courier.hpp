// Knows which communes have mail waiting, so that thousands of files stay closed: remembered in memory, found again at start.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/journal/delivery.hpp"
#include "tenants/registry.hpp"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace clocher::tenants {

class Courier {
 public:
  // The first round looks into every ready commune once; later ones only where something was written or is due.
  Courier(Registry& registry, PostOffice office, const Clock& clock);

  // Something was written to this commune: the next round looks at it first. Quick; from any thread.
  void look_at(const std::string& insee);

  // One round. A mail server that is away ends it; the next ones wait a minute before they try again.
  void make_round();

  // The round that runs ends after its present mail; no other begins.
  void stop() { stopping_ = true; }

 private:
  [[nodiscard]] std::string next();
  void visit(const std::string& insee);

  Registry& registry_;
  const PostOffice office_;
  const Clock& clock_;
  std::atomic<bool> stopping_{false};
  Instant away_until_;

  std::mutex mutex_;  // of the three below
  std::set<std::string> written_;
  std::deque<std::string> unseen_;
  std::map<std::string, Instant> due_;
};

}  // namespace clocher::tenants
