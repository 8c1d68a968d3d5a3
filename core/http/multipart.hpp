// The reader of multipart/form-data (RFC 7578). Our own: Debian has none outside of whole web frameworks.
#pragma once

#include "core/http/form.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace clocher::http {

// Strict and linear in the body's size: no preamble, no padding after a delimiter, nothing after the closing one.
// Errors as parse_form.
[[nodiscard]] Result<Form> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits);

// The limits on one more field, shared with the urlencoded reader.
[[nodiscard]] std::optional<Failure> check_field(const Form& form, std::string_view name, std::size_t value_bytes,
                                                 const FormLimits& limits);

}  // namespace clocher::http
