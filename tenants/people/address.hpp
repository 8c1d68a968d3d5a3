// E-mail addresses as people type them.
#pragma once

#include <string>
#include <string_view>

namespace clocher::tenants {

// What we would write to (core/outbound/mail.hpp), with a dot in its domain; surrounding spaces are forgiven.
[[nodiscard]] bool is_mail_address(std::string_view text);

// Trimmed and in lower case: two spellings of one address compare equal.
[[nodiscard]] std::string normalize_mail_address(std::string_view text);

}  // namespace clocher::tenants
