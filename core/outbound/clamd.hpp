// Asks ClamAV's daemon over its socket whether bytes are known to harm (clamd(8), INSTREAM).
#pragma once

#include "core/base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace clocher::outbound {

struct ScanAnswer {
  std::string threat;  // "Eicar-Test-Signature"; "" when nothing was found
  [[nodiscard]] bool is_infected() const { return !threat.empty(); }
};

// One connection per call, `patience` for all of it. Safe from several threads.
class Clamd {
 public:
  // "unix:/run/clamav/clamd.ctl" or "127.0.0.1:3310", "[::1]:3310" without brackets too.
  explicit Clamd(std::string socket, std::chrono::milliseconds patience = std::chrono::seconds(20))
      : socket_(std::move(socket)), patience_(patience) {}

  // Never takes silence for a good answer. Fails with unavailable: scan.unreachable {reason} (no connection, closed early, too
  // slow, an answer that is none) or scan.refused {answer} (clamd says ERROR: larger than its StreamMaxLength, for instance).
  [[nodiscard]] Result<ScanAnswer> scan(std::string_view bytes) const;
  // PING: whether somebody answers there. scan.unreachable.
  [[nodiscard]] Result<void> ping() const;

 private:
  std::string socket_;
  std::chrono::milliseconds patience_;
};

}  // namespace clocher::outbound
