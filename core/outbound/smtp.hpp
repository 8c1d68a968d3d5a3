// Mail through an SMTP server.
#pragma once

#include "core/base/config.hpp"
#include "core/outbound/mail.hpp"

namespace clocher::outbound {

// One connection per mail, at most 20 s. Safe from several threads.
// send() fails with mail.refused {code, answer} (invalid: a 5xx answer to this mail) or mail.unreachable {reason}
// (unavailable: refused connection, time-out, 4xx, TLS or login trouble, which an operator can mend).
class SmtpMailer final : public Mailer {
 public:
  explicit SmtpMailer(SmtpConfig config);
  [[nodiscard]] Result<void> send(const Mail& mail) override;

 private:
  SmtpConfig config_;
};

}  // namespace clocher::outbound
