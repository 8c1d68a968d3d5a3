// PayFiP needs a number only; SystemPay the shop's key.
#include "payments/gateways.hpp"

#include "core/base/log.hpp"
#include "payments/payfip/payfip_gateway.hpp"
#include "payments/regie_edit.hpp"
#include "payments/systempay/systempay_gateway.hpp"

namespace clocher::payments {

GatewayMaker gateway_maker(payfip::Endpoint& endpoint, std::string platform_key) {
  return [&endpoint, key = std::move(platform_key)](const GatewayAccount& account) -> std::unique_ptr<Gateway> {
    if (account.kind == GatewayKind::payfip)
      return std::make_unique<payfip::PayfipGateway>(endpoint, payfip::Account{account.account, account.mode});
    if (account.kind != GatewayKind::systempay) return nullptr;
    auto secret = open_secret(account.sealed_secret, key);
    if (!secret || secret->empty()) {
      log::error("payment.secret_unreadable", {{"account", account.account}});
      return nullptr;
    }
    return std::make_unique<systempay::SystempayGateway>(systempay::Account{.site_id = account.account, .key = *secret, .mode = account.mode});
  };
}

}  // namespace clocher::payments
