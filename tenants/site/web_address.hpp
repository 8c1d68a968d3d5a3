// Addresses of web sites as people type them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher::tenants {

// "www.club.fr" becomes "https://www.club.fr". Only http and https, a host with a dot, no user name, no blank or quote,
// at most 300 characters: nullopt otherwise.
[[nodiscard]] std::optional<std::string> read_web_address(std::string_view text);

}  // namespace clocher::tenants
