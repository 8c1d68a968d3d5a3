// The few cryptographic primitives we use. The only file that includes libsodium is crypto.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace clocher::security {

[[nodiscard]] std::string random_bytes(std::size_t size_bytes);
[[nodiscard]] std::uint32_t random_below(std::uint32_t bound);  // uniform in [0, bound)

[[nodiscard]] std::string to_hex(std::string_view bytes);                  // lower case
[[nodiscard]] std::optional<std::string> from_hex(std::string_view text);  // nullopt unless pairs of hexadecimal digits

// BLAKE2b-256, 64 hexadecimal digits.
[[nodiscard]] std::string hash_hex(std::string_view bytes);

// SHA-256, 64 hexadecimal digits: where others must be able to compute it again (files, migrations).
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

// Keyed BLAKE2b-256 as 64 hexadecimal digits; the key is any non-empty secret.
[[nodiscard]] std::string authenticate_hex(std::string_view key, std::string_view message);

// HMAC-SHA-256 (RFC 2104), 32 bytes: where a partner's protocol asks for it. The key may have any length but zero.
[[nodiscard]] std::string hmac_sha256(std::string_view key, std::string_view message);

// A secret of somebody else that must be read again, such as a bank's key: XChaCha20-Poly1305 as hexadecimal digits, another text
// each time. `purpose` must be the same to open.
[[nodiscard]] std::string seal(std::string_view key, std::string_view purpose, std::string_view secret);
// nullopt when it was changed, or sealed with another key or for another purpose.
[[nodiscard]] std::optional<std::string> unseal(std::string_view key, std::string_view purpose, std::string_view sealed);

// Time depends on the lengths only.
[[nodiscard]] bool equal_in_constant_time(std::string_view left, std::string_view right);

// Argon2id with libsodium's interactive limits (64 MiB, 2 passes): the PHC string to store.
[[nodiscard]] std::string argon2id(std::string_view password);
[[nodiscard]] bool argon2id_matches(const std::string& phc_string, std::string_view password);

}  // namespace clocher::security
