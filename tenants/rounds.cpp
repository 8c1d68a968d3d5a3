// Written first, then due, then not yet seen since the start.
#include "tenants/rounds.hpp"

#include "core/base/log.hpp"

#include <algorithm>

namespace clocher::tenants {

Rounds::Rounds(Registry& registry, std::string name, Work work, const Clock& clock)
    : registry_(registry), name_(std::move(name)), work_(std::move(work)), clock_(clock) {
  const auto ready = registry_.ready_communes();
  unseen_.assign(ready.begin(), ready.end());
}

void Rounds::look_at(const std::string& insee) {
  const std::lock_guard lock(mutex_);
  written_.insert(insee);
}

void Rounds::make_round() {
  while (!stopping_ && clock_.now() >= away_until_) {
    const std::string insee = next();
    if (insee.empty()) return;
    visit(insee);
  }
}

std::string Rounds::next() {
  const std::lock_guard lock(mutex_);
  if (!written_.empty()) return written_.extract(written_.begin()).value();
  const Instant now = clock_.now();
  const auto due = std::ranges::find_if(due_, [&](const auto& entry) { return entry.second <= now; });
  if (due != due_.end()) {
    std::string insee = due->first;
    due_.erase(due);
    return insee;
  }
  if (unseen_.empty()) return {};
  std::string insee = std::move(unseen_.front());
  unseen_.pop_front();
  return insee;
}

void Rounds::visit(const std::string& insee) {
  const Instant now = clock_.now();
  std::optional<Instant> again;
  try {
    const auto tenant = registry_.open_for_job(insee);
    if (tenant) {
      const Visit visit = work_(**tenant, now);
      if (visit.peer_is_away) away_until_ = now + one_minute;
      // At once again would keep this round going for ever.
      if (visit.next_due) again = std::max(*visit.next_due, now + 1);
    } else if (tenant.error().kind == ErrorKind::unavailable) {
      again = now + one_minute;  // busy or unreadable; one that was deleted meanwhile needs nothing
    }
  } catch (const std::exception& error) {
    log::error(name_ + ".failed", {{"commune", insee}, {"reason", std::string_view(error.what())}});
    again = now + one_minute;
  }
  const std::lock_guard lock(mutex_);
  due_.erase(insee);
  if (again) due_[insee] = *again;
}

}  // namespace clocher::tenants
