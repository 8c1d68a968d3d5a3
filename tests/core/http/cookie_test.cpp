// Rules of cookies.
#include "core/http/cookie.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>
#include <string>

using namespace clocher::http;
using namespace std::string_literals;

namespace {

constexpr CookieName session{"session", Transport::https};
constexpr CookieName development{"session", Transport::plain_http};

std::optional<std::string> read(const std::string& header, CookieName name = session) {
  Request request;
  request.headers.add("Cookie", header);
  return read_cookie(request, name);
}

}  // namespace

TEST_CASE("a cookie is found by its exact name", "[cookie]") {
  CHECK(read("__Host-session=abc") == "abc");
  CHECK(read("a=1; __Host-session=abc; b=2") == "abc");
  CHECK(read("a=1;__Host-session=abc;b=2") == "abc");
  CHECK(read("__Host-session=a=b==") == "a=b==");
  CHECK(read("__Host-session=") == "");
}

TEST_CASE("names that only look alike are not the cookie", "[cookie]") {
  for (const char* header :
       {"", "session=abc", "__host-session=abc", "__Host-Session=abc", "__Host-session2=abc", "x__Host-session=abc",
        "__Host-session", "a=__Host-session=abc", "\"__Host-session\"=abc", "a=\"1; __Host-sessio=abc\""}) {
    CAPTURE(header);
    CHECK_FALSE(read(header));
  }
}

TEST_CASE("a cookie sent twice is absent, in one header or two", "[cookie]") {
  CHECK_FALSE(read("__Host-session=abc; __Host-session=def"));
  CHECK_FALSE(read("__Host-session=abc; a=1; __Host-session=abc"));
  Request request;
  request.headers.add("Cookie", "__Host-session=abc");
  request.headers.add("cookie", "__Host-session=def");
  CHECK_FALSE(read_cookie(request, session));
}

TEST_CASE("a value that we would never set is absent", "[cookie]") {
  for (const std::string& value : {"a b"s, "\"abc\""s, "a,b"s, "a\\b"s, "é"s, "a\x7F"s, "a\tb"s}) {
    CAPTURE(value);
    CHECK_FALSE(read("__Host-session=" + value));
  }
}

TEST_CASE("without TLS the cookie has no prefix, and the prefixed one is not read", "[cookie]") {
  CHECK(read("session=abc", development) == "abc");
  CHECK_FALSE(read("__Host-session=abc", development));
}

TEST_CASE("over TLS a cookie is host-only, secure and hidden from scripts", "[cookie]") {
  CHECK(set_cookie(session, "abc") == "__Host-session=abc; Path=/; HttpOnly; Secure; SameSite=Lax");
  CHECK(set_cookie(session, "abc", {SameSite::strict, 3600}) ==
        "__Host-session=abc; Path=/; HttpOnly; Secure; SameSite=Strict; Max-Age=3600");
}

TEST_CASE("no cookie ever names a domain", "[cookie]") {
  CHECK(set_cookie(session, "abc", {SameSite::strict, 1}).find("Domain") == std::string::npos);
  CHECK(set_cookie(development, "abc").find("Domain") == std::string::npos);
}

TEST_CASE("in development a cookie works over plain HTTP", "[cookie]") {
  CHECK(set_cookie(development, "abc") == "session=abc; Path=/; HttpOnly; SameSite=Lax");
}

TEST_CASE("deleting empties the cookie at once", "[cookie]") {
  CHECK(delete_cookie(session) == "__Host-session=; Path=/; HttpOnly; Secure; SameSite=Lax; Max-Age=0");
}

TEST_CASE("a value cannot add attributes nor headers", "[cookie]") {
  for (const std::string& value : {"a; Domain=x"s, "a\r\nX: y"s, "a b"s, "a\0"s, "\"a\""s}) {
    CHECK_THROWS_AS(set_cookie(session, value), std::invalid_argument);
  }
  CHECK_THROWS_AS(set_cookie({"a=b", Transport::https}, "v"), std::invalid_argument);
  CHECK_THROWS_AS(set_cookie({"", Transport::https}, "v"), std::invalid_argument);
}

TEST_CASE("what is set reads back", "[cookie]") {
  const std::string header = set_cookie(session, "eyJ0.-_~!#$%&'()*+/:<=>?@[]^`{|}");
  CHECK(read(header.substr(0, header.find(';'))) == "eyJ0.-_~!#$%&'()*+/:<=>?@[]^`{|}");
}
