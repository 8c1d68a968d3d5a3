// Knows which communes wait for a document, an export or a deed on many cases: those just written to, those due, each once after the start.
#pragma once

#include "core/base/clock.hpp"
#include "tenants/documents/document_job.hpp"
#include "tenants/registry.hpp"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>

namespace clocher::tenants {

class Printer {
 public:
  // `kinds` outlives it.
  Printer(Registry& registry, Texts texts, Press press, const Clock& clock,
          std::span<const DocumentKind> kinds = document_kinds());

  // Something was written to this commune. Quick; from any thread.
  void look_at(const std::string& insee);
  void make_round();
  // The round ends after its present commune; no other begins.
  void stop() { stopping_ = true; }

 private:
  [[nodiscard]] std::string next();
  void visit(const std::string& insee);

  Registry& registry_;
  const Texts texts_;
  const Press press_;
  const Clock& clock_;
  const std::span<const DocumentKind> kinds_;
  std::atomic<bool> stopping_{false};

  std::mutex mutex_;  // of the three below
  std::set<std::string> written_;
  std::deque<std::string> unseen_;
  std::map<std::string, Instant> due_;
};

}  // namespace clocher::tenants
