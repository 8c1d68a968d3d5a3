// The rounds of the collector, with the words and gateways of the service.
#include "api/commands/collecting.hpp"

#include "payments/mails.hpp"

namespace clocher::api::commands {
namespace {

constexpr std::chrono::seconds period{10};

payments::ToolsOfTenant tools_of(Services& services) {
  return [&services](const tenants::Tenant& tenant) {
    return payments::PayingTools{services.gateways.maker(), payments::tell_people(tenant.identity(), services.tools().texts())};
  };
}

}  // namespace

Collecting::Collecting(Services& services, std::function<void(std::string_view)> report)
    : collector_(services.registry, tools_of(services), services.clock), report_(std::move(report)) {}

void Collecting::start() {
  ticker_ = std::make_unique<net::Ticker>(period, [this] { collector_.make_round(); }, report_);
  started_ = true;
}

void Collecting::look_at(const std::string& insee) {
  collector_.look_at(insee);
  if (started_) ticker_->wake();
}

void Collecting::stop() {
  stop_soon();
  if (ticker_) ticker_->stop();
}

}  // namespace clocher::api::commands
