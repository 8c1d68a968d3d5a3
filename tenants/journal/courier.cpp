// Written first, then due, then not yet seen since the start.
#include "tenants/journal/courier.hpp"

#include "core/base/log.hpp"

#include <algorithm>

namespace clocher::tenants {
namespace {

constexpr std::int64_t away_seconds = one_minute;

}  // namespace

Courier::Courier(Registry& registry, PostOffice office, const Clock& clock)
    : registry_(registry), office_(std::move(office)), clock_(clock) {
  const auto ready = registry_.ready_communes();
  unseen_.assign(ready.begin(), ready.end());
}

void Courier::look_at(const std::string& insee) {
  const std::lock_guard lock(mutex_);
  written_.insert(insee);
}

void Courier::make_round() {
  while (!stopping_ && clock_.now() >= away_until_) {
    const std::string insee = next();
    if (insee.empty()) return;
    visit(insee);
  }
}

std::string Courier::next() {
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

void Courier::visit(const std::string& insee) {
  const Instant now = clock_.now();
  const auto again = [&](Instant at) {
    const std::lock_guard lock(mutex_);
    due_[insee] = at;
  };
  try {
    const auto tenant = registry_.open_for_job(insee);
    if (!tenant) {
      // Deleted meanwhile: nothing to do. Busy or unreadable: later.
      if (tenant.error().kind == ErrorKind::unavailable) again(now + one_minute);
      return;
    }
    const DeliveryReport report = deliver_due(**tenant, office_, now);
    if (report.server_is_away) away_until_ = now + away_seconds;
    const std::lock_guard lock(mutex_);
    if (report.next_due)
      due_[insee] = *report.next_due;
    else
      due_.erase(insee);
  } catch (const std::exception& error) {
    log::error("courier.failed", {{"commune", insee}, {"reason", std::string_view(error.what())}});
    again(now + one_minute);
  }
}

}  // namespace clocher::tenants
