// PayFiP's address: one for all communes, with its circuit breaker.
#pragma once

#include "core/base/clock.hpp"
#include "core/outbound/http_client.hpp"
#include "payments/circuit_breaker.hpp"
#include "payments/gateway.hpp"
#include "payments/payfip/contract.hpp"
#include "payments/payfip/fields.hpp"

#include <string>
#include <string_view>

namespace clocher::payments::payfip {

struct EndpointOptions {
  outbound::HttpLimits http = {};  // 15 s, 4 of them to connect
  BreakerOptions breaker = {};
};

class Endpoint {
 public:
  // `address` is the setting payfip.endpoint, with or without "?wsdl". Throws std::invalid_argument when it is no address.
  Endpoint(std::string_view address, const Clock& clock, EndpointOptions options = {});

  struct Answered {
    Fields fields;
    Evidence evidence;
  };
  // One SOAP call. Every fault of PayFiP and of the way there is a GatewayFault.
  [[nodiscard]] Reply<Answered> call(Operation operation, const Fields& fields);

  // Where the browser goes to pay.
  [[nodiscard]] std::string page_of(std::string_view operation_id) const;

  [[nodiscard]] bool is_circuit_open() const { return breaker_.is_open(); }

 private:
  Reply<Answered> exchange(Operation operation, const Fields& fields) const;

  const Clock& clock_;
  const EndpointOptions options_;
  std::string service_;
  std::string page_;
  CircuitBreaker breaker_;
};

}  // namespace clocher::payments::payfip
