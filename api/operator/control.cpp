// From HTTP to an operation and back.
#include "api/operator/control.hpp"

#include "api/operator/error_json.hpp"
#include "api/operator/operations.hpp"

namespace clocher::api::control {
namespace {

constexpr std::size_t body_bytes = 64 * 1024;
constexpr std::string_view prefix = "/control/";

}  // namespace

std::size_t Control::body_limit_bytes(const http::Request&) { return body_bytes; }

std::optional<http::Response> Control::answer_at_once(const http::Request&) { return std::nullopt; }

http::Response Control::handle(http::Request request) {
  try {
    const auto result = answer(request);
    if (!result) return error_response(http_status(result.error().kind), result.error());
    return http::json_text(200, json::serialize(*result));
  } catch (const std::exception& error) {
    return error_response(500, {ErrorKind::unavailable, "operation.failed", {{"reason", error.what()}}, {}});
  }
}

Result<json::Value> Control::answer(const http::Request& request) {
  if (!request.path.starts_with(prefix)) return fail(ErrorKind::not_found, "request.not_found");
  if (request.method != http::Method::post) return fail(ErrorKind::malformed, "request.method");
  const auto body = json::parse(request.body);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(ErrorKind::malformed, "json.object_expected");
  return run_operation(services_, std::string_view(request.path).substr(prefix.size()), body->get_object());
}

http::Response Control::refuse(const http::Request&, int status) {
  return error_response(status, {ErrorKind::malformed, "http." + std::to_string(status), {}, {}});
}

http::Response Control::error_response(int status, const Error& error) const {
  return http::json_text(status, json::serialize(error_to_json(services_.catalogue, error)));
}

}  // namespace clocher::api::control
