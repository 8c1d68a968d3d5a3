// What a handler is given: one request of one commune, and who makes it.
#pragma once

#include "api/tools.hpp"
#include "core/base/clock.hpp"
#include "core/http/form.hpp"
#include "core/http/message.hpp"
#include "core/http/router.hpp"
#include "tenants/people/agent.hpp"
#include "tenants/tenant.hpp"

#include <optional>

namespace clocher::api {

struct Context {
  const Tools& tools;
  tenants::Tenant& tenant;  // found from the host, once, before anything else
  const http::Request& request;
  const http::PathParameters& parameters;
  Instant now;
  std::optional<tenants::Agent> signed_in;  // the agent of the session cookie, on routes of the administration
  http::Form form;                          // the body of a resident's form, read before the handler runs

  // On routes with Access::agent only: the pipeline has answered 401 otherwise.
  [[nodiscard]] const tenants::Agent& agent() const { return signed_in.value(); }
  [[nodiscard]] tenants::Actor actor() const { return tenants::as_actor(agent()); }
};

}  // namespace clocher::api
