// The rounds of questions.
#include "payments/collector.hpp"

#include "payments/case_link.hpp"

namespace clocher::payments {
namespace {

constexpr int questions_per_visit = 40;  // then the next commune: a month's closing of one does not hold up the others

}  // namespace

Collector::Collector(tenants::Registry& registry, ToolsOfTenant tools, const Clock& clock)
    : registry_(registry), tools_(std::move(tools)), clock_(clock) {
  for (std::string& insee : registry_.ready_communes()) unseen_.push_back(std::move(insee));
}

void Collector::look_at(const std::string& insee) {
  const std::lock_guard lock(mutex_);
  written_.insert(insee);
}

void Collector::make_round() {
  while (!stopping_) {
    const std::string insee = next();
    if (insee.empty()) return;
    visit(insee);
  }
}

std::string Collector::next() {
  const std::lock_guard lock(mutex_);
  if (!written_.empty()) return written_.extract(written_.begin()).value();
  for (const auto& [insee, at] : due_) {
    if (at > clock_.now()) continue;
    std::string found = insee;
    due_.erase(insee);
    return found;
  }
  if (unseen_.empty()) return "";
  std::string found = std::move(unseen_.front());
  unseen_.pop_front();
  return found;
}

void Collector::forget_written(const std::string& insee) {
  const std::lock_guard lock(mutex_);
  written_.erase(insee);
}

void Collector::visit(const std::string& insee) {
  const auto tenant = registry_.open_for_job(insee);
  if (!tenant) return;
  // Most visits are to communes where nothing is owed online: one short reading.
  sync_cases(**tenant, clock_.now());
  const auto due = [&] { return (*tenant)->read(next_question_due); };
  auto first = due();
  if (first && *first <= clock_.now()) ask_due(**tenant, tools_(**tenant), clock_.now(), questions_per_visit);
  forget_written(insee);  // our own writes; whoever writes from here on is seen below or in the next round
  first = due();
  const std::lock_guard lock(mutex_);
  if (first)
    due_[insee] = *first;
  else
    due_.erase(insee);
}

}  // namespace clocher::payments
