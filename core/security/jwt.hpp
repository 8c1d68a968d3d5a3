// Signed tokens for links in mails and for machines; sessions never use them. The only file that includes cpp-jwt is jwt.cpp.
#pragma once

#include "core/base/clock.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::security {

struct JwtClaims {
  std::string issuer;
  std::string audience;  // INSEE code of the commune: a token of one is worth nothing in another
  std::string subject;
  std::string type;  // claim "typ", what the token is for: "newsletter.confirm"
  Instant issued_at;
  Instant expires_at;
};

struct JwtExpectations {
  std::string issuer;
  std::string audience;
  std::string type;
};

// HS256. Throws std::invalid_argument for a key under 32 bytes, an empty claim or an expiry that does not follow the issue.
[[nodiscard]] std::string issue_jwt(const JwtClaims& claims, std::string_view key);

// nullopt for anything but a token that issue_jwt could have made with this key, for these expectations, and not expired
// at `now`. Never throws for any bytes of the token. The traps of cpp-jwt that this closes are listed in jwt.cpp.
[[nodiscard]] std::optional<JwtClaims> verify_jwt(std::string_view token, const JwtExpectations& expected,
                                                  std::string_view key, Instant now);

}  // namespace clocher::security
