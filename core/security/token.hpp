// Secrets handed to people and browsers: tracking codes and session tokens, and the digest that is stored of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace clocher::security {

// What a resident copies from paper: 75 bits in Crockford's base 32, "K7QXM-29RTA-PW4ZN".
[[nodiscard]] std::string tracking_code();

// The same spelling, made from a secret: whoever lacks `key` cannot tell it from tracking_code(). The same message gives the same
// code.
[[nodiscard]] std::string derived_code(std::string_view key, std::string_view message);

// The canonical form of what was typed: any case, spaces or dashes anywhere, O for 0, I or L for 1.
// nullopt when it cannot be a tracking code.
[[nodiscard]] std::optional<std::string> normalize_code(std::string_view typed);

// 256 bits as 64 hexadecimal digits: sessions, drafts, links in mails.
[[nodiscard]] std::string random_token();

// What the database keeps instead of the token. Codes are given in their canonical form.
[[nodiscard]] std::string digest(std::string_view token);

}  // namespace clocher::security
