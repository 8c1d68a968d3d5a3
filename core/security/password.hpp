// Passwords of agents: the rules for a new one, hashing, and checks that take the same time for unknown accounts.
#pragma once

#include "core/base/result.hpp"

#include <string>
#include <string_view>

namespace clocher::security {

// What a password must not repeat.
struct PasswordContext {
  std::string_view email;
  std::string_view commune_name;
};

inline constexpr std::size_t shortest_password_characters = 12;
inline constexpr std::size_t longest_password_characters = 256;

// No composition rule (CNIL 2022, ASVS 6.2.5). Fails on field "password" with password.too_short {minimum},
// password.too_long {maximum}, password.contains_email, password.contains_commune or password.too_common.
[[nodiscard]] Result<void> check_new_password(std::string_view password, const PasswordContext& context);

// At most two run at the same time in the process (64 MiB each); others wait.
[[nodiscard]] std::string hash_password(std::string_view password);
[[nodiscard]] bool verify_password(const std::string& stored_hash, std::string_view password);

// For an unknown account: costs what verify_password costs, so that time does not tell who exists.
void dummy_verify(std::string_view password);

// Four groups of four without ambiguous letters, 79 bits: "k7qx-m29r-tapw-4zn3".
[[nodiscard]] std::string generate_password();

}  // namespace clocher::security
