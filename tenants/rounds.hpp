// Visits the communes where a kind of background work waits, so that thousands of files stay closed: those just written to, those
// due, each once after the start.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/registry.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace clocher::tenants {

struct Visit {
  std::optional<Instant> next_due = {};  // of what still waits in this commune
  bool peer_is_away = false;             // ends the round; the next ones wait a minute before they try again
};

class Rounds {
 public:
  using Work = std::function<Visit(Tenant& tenant, Instant now)>;
  // `name` is the log's: "<name>.failed".
  Rounds(Registry& registry, std::string name, Work work, const Clock& clock);

  // Something was written to this commune: the next round looks at it first. Quick; from any thread.
  void look_at(const std::string& insee);
  void make_round();
  // The round that runs ends after its present commune; no other begins.
  void stop() { stopping_ = true; }

 private:
  [[nodiscard]] std::string next();
  void visit(const std::string& insee);

  Registry& registry_;
  const std::string name_;
  const Work work_;
  const Clock& clock_;
  std::atomic<bool> stopping_{false};
  Instant away_until_;

  std::mutex mutex_;  // of the three below
  std::set<std::string> written_;
  std::deque<std::string> unseen_;
  std::map<std::string, Instant> due_;
};

}  // namespace clocher::tenants
