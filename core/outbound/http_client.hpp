// One HTTP exchange with a partner's service: a body out, a body in, within a time and a size.
#pragma once

#include "core/base/result.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace clocher::outbound {

struct HttpCall {
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers = {};  // a name or value with a line end throws
  std::string body = {};
};

struct HttpAnswer {
  int status = 0;  // any: a partner may explain itself in the body of a 500
  std::string content_type;
  std::string body;
};

struct HttpLimits {
  std::chrono::milliseconds connect_timeout{4'000};
  std::chrono::milliseconds timeout{15'000};  // of the whole exchange
  std::size_t answer_bytes = 256 * 1024;
};

// POST over http(s), certificates checked, no redirection followed. Fails (unavailable) with http.unreachable {reason} when no
// connection came about, http.timed_out or http.broken {reason} when the partner may have read the request, http.too_large.
// Throws std::invalid_argument for an address or header that is none. Safe from several threads.
[[nodiscard]] Result<HttpAnswer> http_post(const HttpCall& call, const HttpLimits& limits = {});

}  // namespace clocher::outbound
