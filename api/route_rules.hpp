// What follows from a route before its handler runs: how heavy a body may be, which headers its answer carries.
#pragma once

#include "api/routes.hpp"
#include "api/services.hpp"
#include "core/http/router.hpp"
#include "core/security/headers.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace clocher::api {

inline constexpr std::size_t json_limit_bytes = 1024 * 1024;  // as api/openapi.json promises

[[nodiscard]] std::size_t body_limit(const Config& config, Body body);
[[nodiscard]] security::PageKind page_kind(Area area);
// HSTS is said over https alone, and for subdomains only where they are ours.
[[nodiscard]] security::Transport header_transport(const Services& services, std::string_view host);

// A decoded path as an address, percent-encoded segment by segment.
[[nodiscard]] std::string encoded(std::string_view path);
// The Allow header of a 405.
[[nodiscard]] std::string allowed_methods(const http::MethodNotAllowed& result);

}  // namespace clocher::api
