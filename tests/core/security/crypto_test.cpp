// Known answers of the primitives, so that a change of library or of parameters is seen.
#include "core/security/crypto.hpp"

#include "tests/support/catch.hpp"

#include <set>
#include <stdexcept>

using namespace clocher::security;

TEST_CASE("the digest is BLAKE2b-256", "[crypto]") {
  // b2sum -l 256 of "abc"
  CHECK(hash_hex("abc") == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST_CASE("authentication depends on key and message, and takes keys of any length", "[crypto]") {
  std::set<std::string> seen;
  for (const std::string& key :
       {std::string("k"), std::string(16, 'k'), std::string(64, 'k'), std::string(65, 'k'), std::string(200, 'k')})
    for (const char* message : {"", "a", "b"}) seen.insert(authenticate_hex(key, message));
  CHECK(seen.size() == 15);
}

TEST_CASE("an empty key is a bug, not a key", "[crypto]") {
  CHECK_THROWS_AS(authenticate_hex("", "a"), std::invalid_argument);
}

TEST_CASE("hexadecimal text is read strictly", "[crypto]") {
  CHECK(from_hex("00ffA1") == std::string("\x00\xff\xa1", 3));
  CHECK(to_hex(std::string("\x00\xff\xa1", 3)) == "00ffa1");
  CHECK(from_hex("") == "");
  for (const char* wrong : {"0", "0g", "00 11", "0x00", "00f", " 00"}) CHECK_FALSE(from_hex(wrong));
}

TEST_CASE("comparison knows equal from different, whatever the length", "[crypto]") {
  CHECK(equal_in_constant_time("abc", "abc"));
  CHECK(equal_in_constant_time("", ""));
  CHECK_FALSE(equal_in_constant_time("abc", "abd"));
  CHECK_FALSE(equal_in_constant_time("abc", "abcd"));
  CHECK_FALSE(equal_in_constant_time("abc", ""));
}

TEST_CASE("random numbers stay below their bound and reach every value", "[crypto]") {
  std::set<std::uint32_t> seen;
  for (int draw = 0; draw < 2000; ++draw) seen.insert(random_below(31));
  CHECK(seen.size() == 31);
  CHECK(*seen.rbegin() == 30);
}

TEST_CASE("random bytes do not repeat", "[crypto]") { CHECK(random_bytes(32) != random_bytes(32)); }

TEST_CASE("HMAC-SHA-256 gives the second sample of RFC 4231, and knows keys of any length but zero") {
  CHECK(to_hex(hmac_sha256("Jefe", "what do ya want for nothing?")) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(hmac_sha256(std::string(200, 'k'), "m").size() == 32);
  CHECK_THROWS_AS(hmac_sha256("", "m"), std::invalid_argument);
}
