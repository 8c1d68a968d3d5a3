// The addresses that a commune names itself, sections and their pages: looked up where no route answers.
#pragma once

#include "api/tools.hpp"
#include "core/base/clock.hpp"
#include "core/http/message.hpp"
#include "tenants/tenant.hpp"

#include <optional>

namespace clocher::api {

// What a visitor reads at request.path: the page (200) or where it went (308); nothing where there is none. The method is not
// looked at.
[[nodiscard]] std::optional<http::Response> visit_own_address(const Tools& tools, tenants::Tenant& tenant,
                                                              const http::Request& request, Instant now);

}  // namespace clocher::api
