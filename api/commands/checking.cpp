// Two rounds with their tickers.
#include "api/commands/checking.hpp"

#include "core/outbound/clamd.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/webhooks/deliver.hpp"

namespace clocher::api::commands {
namespace {

constexpr std::chrono::seconds period{5};

tenants::Rounds::Work callback_work(Services& services) {
  const auto peers = services.config.local_webhooks ? outbound::Peers::any : outbound::Peers::public_only;
  const auto send = [peers](const outbound::Callback& callback, Instant now) {
    return outbound::post_callback(callback, peers, now);
  };
  return [&catalogue = services.catalogue, send](tenants::Tenant& tenant, Instant now) {
    return tenants::deliver_due_callbacks(tenant, catalogue, send, now);
  };
}

tenants::Rounds::Work file_work(Services& services) {
  const outbound::Clamd clamd(services.config.antivirus);
  return [texts = services.tools().texts(), clamd](tenants::Tenant& tenant, Instant now) {
    return dossiers::check_due_files(tenant, texts, [&](std::string_view bytes) { return clamd.scan(bytes); }, now);
  };
}

}  // namespace

Checking::Checking(Services& services, const std::function<void(std::string_view)>& report)
    : callbacks_(services.registry, "callbacks", callback_work(services), services.clock) {
  callback_ticker_ = std::make_unique<net::Ticker>(
      period, [this] { callbacks_.make_round(); }, report);
  if (services.config.antivirus.empty()) return;
  files_ = std::make_unique<tenants::Rounds>(services.registry, "antivirus", file_work(services), services.clock);
  file_ticker_ = std::make_unique<net::Ticker>(
      period, [this] { files_->make_round(); }, report);
}

void Checking::look_at(const std::string& insee) {
  callbacks_.look_at(insee);
  callback_ticker_->wake();
  if (!files_) return;
  files_->look_at(insee);
  file_ticker_->wake();
}

void Checking::stop_soon() {
  callbacks_.stop();
  if (files_) files_->stop();
}

void Checking::stop() {
  callback_ticker_->stop();
  if (file_ticker_) file_ticker_->stop();
}

}  // namespace clocher::api::commands
