// Asks a web address whether a page still answers there, without ever reaching a machine of our own network.
#pragma once

#include "core/outbound/socket_guard.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace clocher::outbound {

enum class LinkAnswer {
  found,        // any page, a refusal (401, 403, 405, 429) and a passing fault (5xx) included: somebody answers there
  gone,         // 404 or 410
  unreachable,  // no such host, no connection, no answer in time
  forbidden,    // not http(s), or a host of a private network: never asked
};

struct ProbeOptions {
  std::chrono::seconds connect_timeout{5};
  std::chrono::seconds timeout{15};
  std::function<bool(const std::string& numeric_address)> may_connect = is_public_address;  // tests allow the loopback
};

// HEAD, then GET where HEAD is refused; at most five redirections, each connection checked after the name was resolved, so
// that no name and no redirection leads inside. Reads no body. Throws only when libcurl cannot start.
[[nodiscard]] LinkAnswer probe_link(const std::string& url, const ProbeOptions& options = {});

}  // namespace clocher::outbound
