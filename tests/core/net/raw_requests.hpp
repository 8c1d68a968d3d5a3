// The raw requests as data, from RFC 9112 and from what Debian's Beast accepts though it should not.
#pragma once

#include <string>
#include <vector>

namespace clocher::tests {

enum class After { open, closed };

struct RawRequest {
  std::string name;
  std::string bytes;
  std::vector<int> statuses;       // of the answers, in order
  std::vector<std::string> paths;  // of the requests that reached the handler, in order
  After after;                     // the connection, once these are answered
};

[[nodiscard]] const std::vector<RawRequest>& raw_requests();

}  // namespace clocher::tests
