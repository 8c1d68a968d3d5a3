// Written first, then due, then not yet seen since the start.
#include "tenants/documents/printer.hpp"

#include "core/base/log.hpp"
#include "tenants/dossiers/bulk.hpp"
#include "tenants/dossiers/case_export.hpp"

#include <algorithm>

namespace clocher::tenants {

Printer::Printer(Registry& registry, Texts texts, Press press, const Clock& clock, std::span<const DocumentKind> kinds)
    : registry_(registry), texts_(texts), press_(std::move(press)), clock_(clock), kinds_(kinds) {
  const auto ready = registry_.ready_communes();
  unseen_.assign(ready.begin(), ready.end());
}

void Printer::look_at(const std::string& insee) {
  const std::lock_guard lock(mutex_);
  written_.insert(insee);
}

void Printer::make_round() {
  while (!stopping_) {
    const std::string insee = next();
    if (insee.empty()) return;
    visit(insee);
  }
}

std::string Printer::next() {
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

void Printer::visit(const std::string& insee) {
  const Instant now = clock_.now();
  std::optional<Instant> again;
  try {
    const auto tenant = registry_.open_for_job(insee);
    if (tenant) {
      dossiers::do_bulk_jobs(**tenant, texts_, now);
      dossiers::make_exports(**tenant, texts_, now);
    }
    if (tenant)
      again = make_due_documents(**tenant, texts_, press_, now, kinds_);
    else if (tenant.error().kind == ErrorKind::unavailable)
      again = now + one_minute;
  } catch (const std::exception& error) {
    log::error("printer.failed", {{"commune", insee}, {"reason", std::string_view(error.what())}});
    again = now + one_minute;
  }
  const std::lock_guard lock(mutex_);
  due_.erase(insee);
  if (again) due_[insee] = std::max(*again, now + 1);
}

}  // namespace clocher::tenants
