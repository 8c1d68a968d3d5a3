// Asks the gateways about what is due, commune after commune: those just written to, those whose moment has come, each once after
// the start.
#pragma once

#include "core/base/clock.hpp"
#include "payments/pay.hpp"
#include "tenants/registry.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace clocher::payments {

using ToolsOfTenant = std::function<PayingTools(const tenants::Tenant& tenant)>;

class Collector {
 public:
  Collector(tenants::Registry& registry, ToolsOfTenant tools, const Clock& clock);

  // Something was written to this commune. Quick; from any thread.
  void look_at(const std::string& insee);
  // One round. Blocks while gateways are asked: a thread of its own.
  void make_round();
  // The round ends after its present commune; no other begins.
  void stop() { stopping_ = true; }

 private:
  [[nodiscard]] std::string next();
  void forget_written(const std::string& insee);
  void visit(const std::string& insee);

  tenants::Registry& registry_;
  const ToolsOfTenant tools_;
  const Clock& clock_;
  std::atomic<bool> stopping_{false};

  std::mutex mutex_;  // of the three below
  std::set<std::string> written_;
  std::deque<std::string> unseen_;
  std::map<std::string, Instant> due_;
};

}  // namespace clocher::payments
