// The product as one function: request in, response out. handle() reads as the path of a request.
#pragma once

#include "api/routes.hpp"
#include "api/services.hpp"
#include "core/http/router.hpp"
#include "core/net/handler.hpp"

namespace clocher::api {

class Application final : public net::Handler {
 public:
  explicit Application(Services& services);

  [[nodiscard]] std::size_t body_limit_bytes(const http::Request& head) override;
  [[nodiscard]] std::optional<http::Response> answer_at_once(const http::Request& request) override;
  [[nodiscard]] http::Response handle(http::Request request) override;
  [[nodiscard]] http::Response refuse(const http::Request& head, int status) override;

 private:
  [[nodiscard]] std::optional<http::Response> answer_static(const http::Request& request) const;
  [[nodiscard]] http::Response answer(const http::Request& request);
  [[nodiscard]] std::optional<std::string> path_without_slash(tenants::Tenant& tenant,
                                                              const http::Request& request) const;
  [[nodiscard]] http::Response refuse_method(tenants::Tenant& tenant, const http::Request& request,
                                             const http::MethodNotAllowed& refusal) const;
  [[nodiscard]] std::optional<http::Response> answer_own_address(tenants::Tenant& tenant,
                                                                 const http::Request& request) const;
  [[nodiscard]] std::string form_path(const http::Request& head) const;
  [[nodiscard]] http::Response answer_in_commune(tenants::Tenant& tenant, const http::Request& request);
  [[nodiscard]] http::Response run_route(tenants::Tenant& tenant, const http::Request& request, const Route& route,
                                         const http::PathParameters& parameters);

  Services& services_;
  http::Router router_;
};

}  // namespace clocher::api
