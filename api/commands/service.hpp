// The running service: TCP for people, the Unix socket for commands, and the work in the background.
#pragma once

#include "api/services.hpp"
#include "core/base/result.hpp"

#include <cstdint>
#include <memory>

namespace clocher::api::commands {

// From construction to stop(). The lock of the data folder is the caller's.
class Service {
 public:
  // Listens when it returns. Fails with platform.port_taken {address, port} or platform.cannot_listen {address, port, reason}.
  [[nodiscard]] static Result<std::unique_ptr<Service>> start(Services& services);
  ~Service();

  [[nodiscard]] std::uint16_t port() const;

  // Accepts no more, lets requests end for ten seconds. The destructor waits for the background work.
  void stop();

 private:
  struct Impl;
  explicit Service(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace clocher::api::commands
