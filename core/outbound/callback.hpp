// A signed callback: JSON posted to another system's address, which can check who sent it, when, and that nothing was changed.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace clocher::outbound {

struct Callback {
  std::string address;
  std::string event;        // "case.sent"
  std::string delivery_id;  // the same at each attempt
  std::string body;         // JSON
  std::string secret;
};

// Who may be called: `any` is for development and tests (plain http, this machine, the local network).
enum class Peers { public_only, any };

// "t=1773569700,v1=1756af17...": HMAC-SHA256 of "<t>.<body>" under the secret, as lower-case hexadecimal digits.
[[nodiscard]] std::string sign_callback(std::string_view secret, Instant at, std::string_view body);

// Whether an agent may enter this address: https, a host with a dot that is not of our own network, no account in it, no fragment.
// invalid on `address`: webhook.address.*
[[nodiscard]] Result<void> check_callback_address(std::string_view address, Peers peers);

// POST with Clocher-Event, Clocher-Delivery and Clocher-Signature; 15 seconds at most, no redirection, certificates are
// checked, and the address that the name resolves to is the one that is judged. Any 2xx is success. Fails with
//   unavailable  webhook.unreachable {reason}, webhook.refused {status}
//   invalid      webhook.gone (410: stop for good), webhook.private_address
[[nodiscard]] Result<void> post_callback(const Callback& callback, Peers peers, Instant now);

}  // namespace clocher::outbound
