// Operations over the Unix socket: POST /control/<operation> with a JSON object. Never given to a TCP listener.
#pragma once

#include "api/services.hpp"
#include "core/net/handler.hpp"

namespace clocher::api::control {

// Who may connect is the socket's file mode (0600): whoever can has the data folder anyway.
// 200 and the operation's JSON, or the status of the error and error_to_json().
class Control final : public net::Handler {
 public:
  explicit Control(Services& services) : services_(services) {}
  [[nodiscard]] std::size_t body_limit_bytes(const http::Request& head) override;
  [[nodiscard]] std::optional<http::Response> answer_at_once(const http::Request& request) override;
  [[nodiscard]] http::Response handle(http::Request request) override;
  [[nodiscard]] http::Response refuse(const http::Request& head, int status) override;

 private:
  [[nodiscard]] Result<json::Value> answer(const http::Request& request);
  [[nodiscard]] http::Response error_response(int status, const Error& error) const;

  Services& services_;
};

}  // namespace clocher::api::control
