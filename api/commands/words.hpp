// How the human output of commands writes numbers, names and roles in French. JSON keeps what the registers hold.
#pragma once

#include "core/json/json.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace clocher::api::commands {

// "1 défaut", "2 défauts"; zero is singular in French.
[[nodiscard]] std::string counted(std::int64_t count, std::string_view one, std::string_view other);

// A name of the register with the apostrophes of print; "-" when absent or null.
[[nodiscard]] std::string printed(const json::Object& object, std::string_view field);

// "secretaire" -> "secrétaire"; an unknown role as it is.
[[nodiscard]] std::string role_in_words(std::string_view role);

// "clock" -> "heure": the name of a check of doctor; "commune 72213" as it is.
[[nodiscard]] std::string check_in_words(std::string_view check);

}  // namespace clocher::api::commands
