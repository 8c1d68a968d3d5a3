// Turns results into answers: French error pages for residents, typed JSON for programs.
#pragma once

#include "api/context.hpp"
#include "api/routes.hpp"
#include "core/base/result.hpp"
#include "core/http/message.hpp"
#include "core/json/json.hpp"

#include <string_view>

namespace clocher::api {

// A page of the commune's site: `data` is frame_data() plus the keys of the view.
[[nodiscard]] http::Response page(const Tools& tools, int status, std::string_view view, const json::Object& data);

[[nodiscard]] http::Response json_response(int status, const json::Object& body);

// {"error":{"code","message","fields"?,"retry_after"?}}: code is the key with "_" for ".".
[[nodiscard]] http::Response json_error(const Tools& tools, const Error& error);

// error.html in the look of the commune. `status` may be one that no Error has (405, 500).
[[nodiscard]] http::Response error_page(const Tools& tools, tenants::Tenant& tenant, const http::Request& request,
                                        int status, const Error* error);

// error_bare.html: no commune is known, or it cannot be read. Needs no database. `retry_path` leads back to the form that was refused,
// "" when there is none.
[[nodiscard]] http::Response bare_error_page(const Tools& tools, const http::Request& request, int status,
                                             std::string_view key_prefix, std::string_view retry_path = {});

// Retry-After, when the error says how long to wait.
void add_retry_after(http::Response& response, const Error& error);

// French sentences of an error's fields: field -> message.
[[nodiscard]] std::string message_of(const Tools& tools, const FieldError& field);
[[nodiscard]] std::string message_of(const Tools& tools, const Error& error);

}  // namespace clocher::api
