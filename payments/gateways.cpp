// PayFiP needs a number only; SystemPay the shop's key.
#include "payments/gateways.hpp"

#include "core/base/log.hpp"
#include "payments/payfip/payfip_gateway.hpp"
#include "payments/regie_edit.hpp"
#include "payments/systempay/systempay_gateway.hpp"

namespace clocher::payments {
namespace {

std::string origin_of(std::string_view url) {
  const auto host = url.find("://");
  if (host == std::string_view::npos) return std::string(url);
  return std::string(url.substr(0, url.find('/', host + 3)));
}

}  // namespace

Gateways::Gateways(std::string_view payfip_endpoint, const Clock& clock, std::string platform_key)
    : payfip_(payfip_endpoint, clock),
      platform_key_(std::move(platform_key)),
      maker_([this](const GatewayAccount& account) { return make(account); }) {}

std::string Gateways::page_origin(GatewayKind kind) const {
  return origin_of(kind == GatewayKind::systempay ? systempay::Account{}.page : payfip_.page_of("x"));
}

std::unique_ptr<Gateway> Gateways::make(const GatewayAccount& account) {
  if (account.kind == GatewayKind::payfip)
    return std::make_unique<payfip::PayfipGateway>(payfip_, payfip::Account{account.account, account.mode});
  if (account.kind != GatewayKind::systempay) return nullptr;
  auto secret = open_secret(account.sealed_secret, platform_key_);
  if (!secret || secret->empty()) {
    log::error("payment.secret_unreadable", {{"account", account.account}});
    return nullptr;
  }
  return std::make_unique<systempay::SystempayGateway>(
      systempay::Account{.site_id = account.account, .key = *secret, .mode = account.mode});
}

}  // namespace clocher::payments
