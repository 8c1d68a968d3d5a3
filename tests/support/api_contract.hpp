// Holds each answer below /api/v1 against api/openapi.json.
#pragma once

#include "core/http/message.hpp"
#include "core/json/json.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace clocher::test {

[[nodiscard]] const json::Object& api_description();

struct Operation {
  std::string method;  // "GET"
  std::string path;    // "/api/v1/dossiers/{id}"
  const json::Object* description;
};
[[nodiscard]] const std::vector<Operation>& operations();

// Where the answer breaks what is written about it: an undocumented status, another type, a body that does not fit.
// A path or method that the description does not know must answer an Error.
[[nodiscard]] std::vector<std::string> breaches(http::Method method, std::string_view path,
                                                const http::Response& response);

}  // namespace clocher::test
