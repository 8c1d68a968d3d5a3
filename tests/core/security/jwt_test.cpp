// The wrapper takes what it made and nothing else: every trap of cpp-jwt has a sample.
#include "core/security/jwt.hpp"

#include "tests/core/security/jwt_samples.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>
#include <string>

using namespace clocher;
using namespace clocher::security;

namespace {

constexpr Instant issued{1'790'000'000};
constexpr Instant expiry{1'790'003'600};
const JwtExpectations expected{"clocher", "72213", "newsletter.confirm"};

JwtClaims claims() { return {"clocher", "72213", "42", "newsletter.confirm", issued, expiry}; }

bool passes(std::string_view token, Instant now = issued) {
  return verify_jwt(token, expected, jwt_test_key, now).has_value();
}

}  // namespace

TEST_CASE("a token gives back its claims", "[jwt]") {
  const auto read = verify_jwt(issue_jwt(claims(), jwt_test_key), expected, jwt_test_key, issued);
  REQUIRE(read);
  CHECK(read->issuer == "clocher");
  CHECK(read->audience == "72213");
  CHECK(read->subject == "42");
  CHECK(read->type == "newsletter.confirm");
  CHECK(read->issued_at == issued);
  CHECK(read->expires_at == expiry);
}

TEST_CASE("a token made by another program with the same key passes", "[jwt]") { CHECK(passes(good_jwt)); }

TEST_CASE("no sample of a bad token passes, and none throws", "[jwt]") {
  CHECK(bad_jwts.size() > 50);
  for (const BadJwt& bad : bad_jwts) {
    CAPTURE(bad.name);
    CHECK_NOTHROW(passes(bad.token));
    CHECK_FALSE(passes(bad.token));
  }
}

TEST_CASE("a token ends at the second it says, by our own clock", "[jwt]") {
  const std::string token = issue_jwt(claims(), jwt_test_key);
  CHECK(passes(token, expiry - 1));
  CHECK_FALSE(passes(token, expiry));
  CHECK_FALSE(passes(token, expiry + 1'000'000));
}

TEST_CASE("the machine's clock plays no part: a token of 1971 passes in 1971", "[jwt]") {
  auto old = claims();
  old.issued_at = {31'536'000};
  old.expires_at = {31'536'060};
  CHECK(passes(issue_jwt(old, jwt_test_key), {31'536'030}));
}

TEST_CASE("a token from the future does not pass, one minute of clock difference does", "[jwt]") {
  const std::string token = issue_jwt(claims(), jwt_test_key);
  CHECK(passes(token, issued - 60));
  CHECK_FALSE(passes(token, issued - 61));
}

TEST_CASE("a token of one commune, issuer or purpose is worth nothing elsewhere", "[jwt]") {
  const std::string token = issue_jwt(claims(), jwt_test_key);
  const std::string other_key(32, 'x');
  CHECK_FALSE(verify_jwt(token, {"clocher", "72001", "newsletter.confirm"}, jwt_test_key, issued));
  CHECK_FALSE(verify_jwt(token, {"other", "72213", "newsletter.confirm"}, jwt_test_key, issued));
  CHECK_FALSE(verify_jwt(token, {"clocher", "72213", "password.reset"}, jwt_test_key, issued));
  CHECK_FALSE(verify_jwt(token, expected, other_key, issued));
}

TEST_CASE("changing any character of a token breaks it", "[jwt]") {
  const std::string token = issue_jwt(claims(), jwt_test_key);
  for (std::size_t position = 0; position < token.size(); ++position) {
    for (const char other : {'A', 'B', '.', '=', ' ', '\0', '\xff'}) {
      std::string changed = token;
      if (changed[position] == other) continue;
      changed[position] = other;
      CHECK_FALSE(passes(changed));
    }
  }
}

TEST_CASE("cutting a token or adding to it breaks it", "[jwt]") {
  const std::string token = issue_jwt(claims(), jwt_test_key);
  for (std::size_t size = 0; size < token.size(); ++size) CHECK_FALSE(passes(token.substr(0, size)));
  for (const char* more : {"=", "==", ".", " ", "\n", "A", ".."}) {
    CHECK_FALSE(passes(token + more));
    CHECK_FALSE(passes(more + token));
  }
}

TEST_CASE("a token of a megabyte is refused", "[jwt]") {
  CHECK_FALSE(passes(std::string(good_jwt) + std::string(1'000'000, 'A')));
}

TEST_CASE("a key under 32 bytes is a bug, not a key", "[jwt]") {
  CHECK_THROWS_AS(issue_jwt(claims(), "short"), std::invalid_argument);
  CHECK_THROWS_AS(verify_jwt(good_jwt, expected, "", issued), std::invalid_argument);
}

TEST_CASE("a token without subject, audience or a sensible expiry cannot be made", "[jwt]") {
  auto wrong = claims();
  wrong.subject = "";
  CHECK_THROWS_AS(issue_jwt(wrong, jwt_test_key), std::invalid_argument);
  wrong = claims();
  wrong.audience = "";
  CHECK_THROWS_AS(issue_jwt(wrong, jwt_test_key), std::invalid_argument);
  wrong = claims();
  wrong.expires_at = wrong.issued_at;
  CHECK_THROWS_AS(issue_jwt(wrong, jwt_test_key), std::invalid_argument);
}
