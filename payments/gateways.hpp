// The gateways of this platform: PayFiP's one endpoint, and a gateway made for each account that is used.
#pragma once

#include "core/base/clock.hpp"
#include "payments/pay.hpp"
#include "payments/payfip/endpoint.hpp"

#include <string>
#include <string_view>

namespace clocher::payments {

class Gateways {
 public:
  // `payfip_endpoint` is the setting; `platform_key` opens the keys of régies.
  Gateways(std::string_view payfip_endpoint, const Clock& clock, std::string platform_key);
  Gateways(const Gateways&) = delete;
  Gateways& operator=(const Gateways&) = delete;

  [[nodiscard]] const GatewayMaker& maker() const { return maker_; }
  // "https://www.payfip.gouv.fr": where the browser is sent to pay.
  [[nodiscard]] std::string page_origin(GatewayKind kind) const;
  // For tests.
  void replace(GatewayMaker maker) { maker_ = std::move(maker); }

 private:
  [[nodiscard]] std::unique_ptr<Gateway> make(const GatewayAccount& account);

  payfip::Endpoint payfip_;
  const std::string platform_key_;
  GatewayMaker maker_;
};

}  // namespace clocher::payments
