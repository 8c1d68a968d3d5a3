// SystemPay, PayZen, Scellius: a signed form to the bank's page, and a signed notification that is the bank's answer.
#pragma once

#include "payments/gateway.hpp"

#include <string>

namespace clocher::payments::systempay {

struct Account {
  std::string site_id;  // eight digits
  std::string key;      // of the mode in use; a secret
  Mode mode = Mode::test;
  std::string page = "https://paiement.systempay.fr/vads-payment/";
};

// The form protocol has no question to ask: ask() judges the notification that was received, signature first. Without one the
// payment waits; it never expires by our clock alone.
class SystempayGateway final : public Gateway {
 public:
  // Throws std::invalid_argument when the key is empty.
  explicit SystempayGateway(Account account);

  // Calls nobody. The attempt's id is "<vads_trans_date>-<vads_trans_id>".
  [[nodiscard]] Reply<StartedPayment> start(const PaymentOrder& order, Instant now) override;
  // A body whose signature is wrong is a transient fault, "bad_signature": the true one may still come.
  [[nodiscard]] Reply<PaymentStatus> ask(const Question& question) override;
  // Nothing can be asked: looks at the settings only.
  [[nodiscard]] Reply<Connection> test_connection(Instant now) override;
  [[nodiscard]] std::optional<std::string> attempt_named_by(const http::Form& fields) const override;

 private:
  const Account account_;
};

}  // namespace clocher::payments::systempay
