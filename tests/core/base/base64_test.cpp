// The samples of RFC 4648, and what is none.
#include "core/base/base64.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;

TEST_CASE("base64 gives its bytes back") {
  CHECK(decode_base64("") == "");
  CHECK(decode_base64("Zg==") == "f");
  CHECK(decode_base64("Zm8=") == "fo");
  CHECK(decode_base64("Zm9v") == "foo");
  CHECK(decode_base64("Zm9vYmFy") == "foobar");
  CHECK(decode_base64("AP/+") == std::string("\0\xFF\xFE", 3));
}

TEST_CASE("base64 is written as it is read") {
  for (const std::string& bytes : {std::string(), std::string("f"), std::string("fo"), std::string("foo"), std::string("\0\xFF\xFE", 3)})
    CHECK(decode_base64(encode_base64(bytes)) == bytes);
  CHECK(encode_base64("foob") == "Zm9vYg==");
  CHECK(encode_base64("fooba") == "Zm9vYmE=");
}

TEST_CASE("what is not base64 is not guessed") {
  for (const char* text : {"Z", "Zg", "Zg=", "Zh==", "Zm9v\n", "Zm 9", "Zm-_", "====", "Zg==Zg==", "=", "Z==="}) {
    INFO(text);
    CHECK_FALSE(decode_base64(text));
  }
}
