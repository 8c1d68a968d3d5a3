// Codes that people copy, tokens that browsers keep.
#include "core/security/token.hpp"

#include "tests/support/catch.hpp"

#include <set>

using namespace clocher::security;

TEST_CASE("a tracking code is three groups of five in Crockford's alphabet", "[token]") {
  std::set<std::string> seen;
  for (int draw = 0; draw < 500; ++draw) {
    const std::string code = tracking_code();
    CHECK_THAT(code, Catch::Matches("([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}"));
    CHECK(normalize_code(code) == code);
    seen.insert(code);
  }
  CHECK(seen.size() == 500);
}

TEST_CASE("a code is found again however it was copied", "[token]") {
  const auto typed = GENERATE(values<std::string>(
      {"K7QXM-29RTA-PW4ZN", "k7qxm-29rta-pw4zn", "K7QXM29RTAPW4ZN", "  K7QXM 29RTA PW4ZN  ", "k7q xm2 9rt apw 4zn",
       "K7QXM\u201329RTA\u2014PW4ZN", "K7QXM\u00A029RTA\u202FPW4ZN", "K7QXM.29RTA.PW4ZN", "K7QXM--29RTA--PW4ZN\n",
       "K7QXM-29RTA-\r\nPW4ZN", "K7QXM\u201129RTA\u2212PW4ZN"}));
  CAPTURE(typed);
  CHECK(normalize_code(typed) == "K7QXM-29RTA-PW4ZN");
}

TEST_CASE("letters that look like digits are read as digits", "[token]") {
  CHECK(normalize_code("OoIiL-lOOII-LLooo") == "00111-10011-11000");
}

TEST_CASE("what cannot be a code is refused", "[token]") {
  const auto typed = GENERATE(
      values<std::string>({"", "-", "K7QXM-29RTA-PW4Z", "K7QXM-29RTA-PW4ZNN", "K7QXM-29RTA-PW4ZU", "K7QXM-29RTA-PW4Z!",
                           "K7QXM-29RTA-PW4Zé", "K7QXM_29RTA_PW4ZN", "' OR 1=1 --     "}));
  CAPTURE(typed);
  CHECK_FALSE(normalize_code(typed));
}

TEST_CASE("a huge input is refused without being looked through", "[token]") {
  CHECK_FALSE(normalize_code(std::string(1'000'000, '-') + "K7QXM29RTAPW4ZN"));
}

TEST_CASE("a NUL is no symbol of a code", "[token]") {
  CHECK_FALSE(normalize_code(std::string("K7QXM29RTAPW4Z\0", 15)));
}

TEST_CASE("a random token holds 256 bits and does not repeat", "[token]") {
  const std::string token = random_token();
  CHECK_THAT(token, Catch::Matches("[0-9a-f]{64}"));
  CHECK(random_token() != token);
}

TEST_CASE("the digest tells tokens apart and does not hold them", "[token]") {
  CHECK(digest("a") == digest("a"));
  CHECK(digest("a") != digest("b"));
  const std::string token = random_token();
  CHECK(digest(token).find(token.substr(0, 16)) == std::string::npos);
}
