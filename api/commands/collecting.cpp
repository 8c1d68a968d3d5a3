// The rounds of questions, with the words and gateways of the service.
#include "api/commands/collecting.hpp"

#include "payments/case_link.hpp"
#include "payments/mails.hpp"
#include "payments/pay.hpp"

namespace clocher::api::commands {
namespace {

constexpr std::chrono::seconds period{10};
constexpr int questions_per_visit = 40;  // then the next commune: a month's closing of one does not hold up the others

tenants::Visit visit(Services& services, tenants::Tenant& tenant, Instant now) {
  payments::sync_cases(tenant, now);
  // Most visits are to communes where nothing is paid online: one short reading.
  const auto due = [&] { return tenant.read(payments::next_question_due); };
  if (const auto first = due(); first && *first <= now) {
    const payments::PayingTools tools{services.gateways.maker(),
                                      payments::tell_people(tenant.identity(), services.tools().texts())};
    payments::ask_due(tenant, tools, now, questions_per_visit);
  }
  return {.next_due = due()};
}

}  // namespace

Collecting::Collecting(Services& services, std::function<void(std::string_view)> report)
    : rounds_(
          services.registry, "payments",
          [&services](tenants::Tenant& tenant, Instant now) { return visit(services, tenant, now); }, services.clock),
      report_(std::move(report)) {}

void Collecting::start() {
  ticker_ = std::make_unique<net::Ticker>(
      period, [this] { rounds_.make_round(); }, report_);
  started_ = true;
}

void Collecting::look_at(const std::string& insee) {
  rounds_.look_at(insee);
  if (started_) ticker_->wake();
}

void Collecting::stop() {
  stop_soon();
  if (ticker_) ticker_->stop();
}

}  // namespace clocher::api::commands
