// Embedded files over HTTP: styles and the agents' application, under addresses that change with the bytes.
#pragma once

#include "core/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::api {

// "/static/site.css" -> "/static/site.0123456789abcdef.css": may be kept for ever, since other bytes have another address.
// Throws std::logic_error when there is no such asset.
[[nodiscard]] std::string hashed_path(std::string_view asset_path);

// A GET of /static/...: by its hashed address for ever, by its plain one revalidated. nullopt when there is none.
[[nodiscard]] std::optional<http::Response> serve_static(const http::Request& request);

// Any path below /admin: a built file for ever, otherwise the application's page, which routes by itself.
// nullopt when this binary was built without it.
[[nodiscard]] std::optional<http::Response> serve_admin(const http::Request& request);

}  // namespace clocher::api
