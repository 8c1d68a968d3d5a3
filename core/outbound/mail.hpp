// A mail as data, its RFC 5322 form, and the interface of what sends it.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace clocher::outbound {

struct MailAddress {
  std::string name;  // shown to people, may be empty
  std::string email;
};

struct Mail {
  MailAddress from;
  MailAddress to;
  std::string subject;
  std::string text;        // UTF-8, any line ends
  std::string message_id;  // without angle brackets: "outbox-12.72213@clocher.localhost"; the same for each retry
  std::string reply_to;    // address, "" for none
  Instant date;
};

// Plain address we accept to write to: local@domain in printable ASCII without spaces or specials, at most 254 bytes.
[[nodiscard]] bool is_mail_address(std::string_view text);

// Lines end in CRLF and are at most 76 characters long in the body; header values cannot break out of their line.
// Fails with mail.bad_address {field} (invalid) when from, to or reply_to is not an address.
[[nodiscard]] Result<std::string> to_rfc5322(const Mail& mail);

// Fails with unavailable when the same mail may pass later, with invalid when it never will.
class Mailer {
 public:
  virtual ~Mailer() = default;
  [[nodiscard]] virtual Result<void> send(const Mail& mail) = 0;
};

}  // namespace clocher::outbound
