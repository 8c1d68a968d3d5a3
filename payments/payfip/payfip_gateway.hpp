// PayFiP Régie by its web service: what the DGFiP answers to our own question is the truth (ADR 0008).
#pragma once

#include "payments/gateway.hpp"
#include "payments/payfip/endpoint.hpp"

#include <string_view>

namespace clocher::payments::payfip {

class PayfipGateway final : public Gateway {
 public:
  // The endpoint outlives the gateway.
  PayfipGateway(Endpoint& endpoint, Account account) : endpoint_(endpoint), account_(std::move(account)) {}

  // An order that PayFiP is known to refuse is refused here with its code, without asking.
  [[nodiscard]] Reply<StartedPayment> start(const PaymentOrder& order, Instant now) override;
  [[nodiscard]] Reply<PaymentStatus> ask(const Question& question) override;
  // recupererDetailClient: also the check of a new client number.
  [[nodiscard]] Reply<Connection> test_connection(Instant now) override;
  // `idop`, as PayFiP writes it, or `idOp`; none when both are there and differ.
  [[nodiscard]] std::optional<std::string> attempt_named_by(const http::Form& fields) const override;

 private:
  Endpoint& endpoint_;
  const Account account_;
};

}  // namespace clocher::payments::payfip
