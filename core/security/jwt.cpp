// Wraps cpp-jwt 1.4. Its traps, and what closes each here:
// - an allow-list of several algorithms confuses keys (issue #102), "none" passes: the header must be ours to the letter;
// - a token without exp, or with a negative one, passes: the claims are read and judged by us, at our own `now`;
// - aud, iss and typ are not looked at unless asked: all are required;
// - bytes over 127 index outside its base64 table: the alphabet is checked first;
// - {"alg":123} throws through the error_code interface: nothing is parsed before the signature is right, and all is caught;
// - signatures are compared byte by byte: ours are compared in constant time.
#include "core/security/jwt.hpp"

#include "core/base/text.hpp"
#include "core/security/crypto.hpp"

#include <stdexcept>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <jwt/jwt.hpp>
#pragma GCC diagnostic pop

namespace clocher::security {
namespace {

constexpr std::size_t shortest_key_bytes = 32;  // RFC 7518 3.2: at least the size of the hash
constexpr std::size_t longest_token_bytes = 4096;
constexpr std::string_view our_header = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9";  // {"alg":"HS256","typ":"JWT"}

void require_key(std::string_view key) {
  if (key.size() < shortest_key_bytes) throw std::invalid_argument("jwt: the key is under 32 bytes");
}

bool is_base64url(std::string_view part) {
  return !part.empty() && part.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
                              std::string_view::npos;
}

std::string hs256(std::string_view key, std::string_view signed_part) {
  const auto [bytes, error] = ::jwt::HMACSign<::jwt::algo::HS256>::sign(
      ::jwt::string_view(key.data(), key.size()), ::jwt::string_view(signed_part.data(), signed_part.size()));
  if (error) throw std::runtime_error("jwt: HMAC failed");
  std::string text = ::jwt::base64_encode(bytes.data(), bytes.size());
  text.resize(::jwt::base64_uri_encode(text.data(), text.size()));
  return text;
}

bool is_signed_by_us(std::string_view token, std::string_view key) {
  const auto parts = split(token, '.');
  if (token.size() > longest_token_bytes || parts.size() != 3 || parts[0] != our_header || !is_base64url(parts[1]))
    return false;
  const std::string_view signed_part = token.substr(0, parts[0].size() + 1 + parts[1].size());
  return equal_in_constant_time(parts[2], hs256(key, signed_part));
}

using Payload = ::jwt::jwt_payload;

// Throws nlohmann's exceptions for a claim that is absent or of another type.
JwtClaims read_claims(const Payload& payload) {
  const auto& json = payload.create_json_obj();
  const auto whole = [&](const char* name) {
    if (!json.at(name).is_number_integer()) throw std::runtime_error("jwt: not a whole number");
    return Instant{json.at(name).template get<std::int64_t>()};
  };
  const auto text = [&](const char* name) { return json.at(name).template get<std::string>(); };
  return {text("iss"), text("aud"), text("sub"), text("typ"), whole("iat"), whole("exp")};
}

bool is_wanted(const JwtClaims& claims, const JwtExpectations& expected, Instant now) {
  const bool is_for_us =
      claims.issuer == expected.issuer && claims.audience == expected.audience && claims.type == expected.type;
  const bool is_in_time = claims.issued_at.seconds > 0 &&
                          claims.issued_at <= now + one_minute &&  // clocks of two machines differ
                          claims.expires_at > claims.issued_at && now < claims.expires_at;
  return is_for_us && is_in_time && !claims.subject.empty();
}

}  // namespace

std::string issue_jwt(const JwtClaims& claims, std::string_view key) {
  require_key(key);
  if (claims.issuer.empty() || claims.audience.empty() || claims.subject.empty() || claims.type.empty())
    throw std::invalid_argument("jwt: an empty claim");
  if (claims.issued_at.seconds <= 0 || claims.expires_at <= claims.issued_at)
    throw std::invalid_argument("jwt: the expiry does not follow the issue");
  using namespace ::jwt::params;
  ::jwt::jwt_object object{algorithm("HS256"), secret(std::string(key))};
  object.add_claim("iss", claims.issuer).add_claim("aud", claims.audience).add_claim("sub", claims.subject);
  object.add_claim("typ", claims.type)
      .add_claim("iat", claims.issued_at.seconds)
      .add_claim("exp", claims.expires_at.seconds);
  return object.signature();
}

std::optional<JwtClaims> verify_jwt(std::string_view token, const JwtExpectations& expected, std::string_view key,
                                    Instant now) {
  require_key(key);
  if (!is_signed_by_us(token, key)) return std::nullopt;
  try {
    std::error_code error;
    const auto object = ::jwt::decode(::jwt::string_view(token.data(), token.size()),
                                      ::jwt::params::algorithms({"HS256"}), error, ::jwt::params::verify(false));
    if (error) return std::nullopt;
    JwtClaims claims = read_claims(object.payload());
    if (!is_wanted(claims, expected, now)) return std::nullopt;
    return claims;
  } catch (const std::exception&) {
    return std::nullopt;  // whatever the library meets in the token, it is not one of ours
  }
}

}  // namespace clocher::security
