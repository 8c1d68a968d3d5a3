// Puts the simulator behind core/net's server.
#pragma once

#include "core/net/handler.hpp"
#include "payments/payfip/simulator/simulator.hpp"

namespace clocher::payments::payfip::simulator {

class ServerHandler final : public net::Handler {
 public:
  explicit ServerHandler(Simulator& simulator) : simulator_(simulator) {}

  [[nodiscard]] std::size_t body_limit_bytes(const http::Request&) override { return most_body_bytes; }
  [[nodiscard]] std::optional<http::Response> answer_at_once(const http::Request&) override { return std::nullopt; }
  [[nodiscard]] http::Response handle(http::Request request) override;
  [[nodiscard]] http::Response refuse(const http::Request& head, int status) override;

 private:
  Simulator& simulator_;
};

}  // namespace clocher::payments::payfip::simulator
