// The catch-all of the simulator.
#include "payments/payfip/simulator/server_handler.hpp"

#include "core/base/log.hpp"

#include <exception>

namespace clocher::payments::payfip::simulator {

http::Response ServerHandler::handle(http::Request request) {
  try {
    http::Response response = simulator_.handle(request);
    // Pages hold what strangers sent, escaped; nothing of them may run or load all the same.
    response.headers.set("Content-Security-Policy", "default-src 'none'; style-src 'self'");
    response.headers.set("X-Content-Type-Options", "nosniff");
    return response;
  } catch (const std::exception& error) {
    log::error("simulator.failed", {{"reason", error.what()}});
    return http::plain_text(500, "Le simulateur a échoué.\n");
  }
}

http::Response ServerHandler::refuse(const http::Request&, int status) {
  return http::plain_text(status, std::string(http::reason_phrase(status)) + "\n");
}

}  // namespace clocher::payments::payfip::simulator
