// HTTP over a Unix socket of this machine: how a command speaks to the running service.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace clocher::outbound {

struct LocalAnswer {
  int status = 0;
  std::string body;
};

// One connection per call, at most two minutes. Safe from several threads.
class LocalClient {
 public:
  explicit LocalClient(std::string socket_path) : socket_path_(std::move(socket_path)) {}

  // True when something accepts connections there.
  [[nodiscard]] bool is_answered() const;

  // POST of a JSON text; `path` begins with '/'. Fails with local.unreachable {reason} (unavailable).
  [[nodiscard]] Result<LocalAnswer> post(std::string_view path, const std::string& json) const;

 private:
  std::string socket_path_;
};

}  // namespace clocher::outbound
