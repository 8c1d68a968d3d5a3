// Rules of headers, responses and request targets.
#include "core/http/message.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace clocher;
using namespace clocher::http;
using namespace std::string_literals;

TEST_CASE("every method reads back from its name, in capitals only", "[http]") {
  for (const Method method :
       {Method::get, Method::head, Method::post, Method::put, Method::patch, Method::delete_, Method::options}) {
    CHECK(parse_method(to_string(method)) == method);
  }
  for (const char* text : {"", "get", "TRACE", "CONNECT", "GET ", "GETS"}) CHECK_FALSE(parse_method(text));
}

TEST_CASE("only methods that change nothing are safe", "[http]") {
  CHECK(is_safe(Method::get));
  CHECK(is_safe(Method::head));
  CHECK(is_safe(Method::options));
  CHECK_FALSE(is_safe(Method::post));
  CHECK_FALSE(is_safe(Method::delete_));
}

TEST_CASE("header names are compared without regard to case and the first wins", "[http]") {
  Headers headers;
  headers.add("X-One", "1");
  headers.add("x-one", "2");
  CHECK(headers.get("X-ONE") == "1");
  CHECK(headers.has("x-One"));
  CHECK_FALSE(headers.has("X-On"));
  CHECK(headers.get("X-On").empty());
}

TEST_CASE("set replaces every field of that name, add keeps them", "[http]") {
  Headers headers;
  headers.add("Set-Cookie", "a=1");
  headers.add("set-cookie", "b=2");
  CHECK(headers.all().size() == 2);
  headers.set("Set-Cookie", "c=3");
  REQUIRE(headers.all().size() == 1);
  CHECK(headers.get("Set-Cookie") == "c=3");
  headers.remove("SET-COOKIE");
  CHECK(headers.all().empty());
}

TEST_CASE("a header cannot carry a line break or a NUL", "[http]") {
  Headers headers;
  for (const std::string& value : {"a\r\nSet-Cookie: x=1"s, "a\nb"s, "a\rb"s, "a\0b"s}) {
    CHECK_THROWS_AS(headers.set("X", value), std::invalid_argument);
    CHECK_THROWS_AS(headers.add("X", value), std::invalid_argument);
  }
  for (const std::string& name : {""s, "a b"s, "a:"s, "a\n"s, "é"s, "a\0"s})
    CHECK_THROWS_AS(headers.add(name, "v"), std::invalid_argument);
  CHECK(headers.all().empty());
}

TEST_CASE("responses say what they hold", "[http]") {
  CHECK(html(404, "<p>").status == 404);
  CHECK(html(200, "<p>").headers.get("content-type") == "text/html; charset=utf-8");
  CHECK(plain_text(200, "a").headers.get("content-type") == "text/plain; charset=utf-8");
  CHECK(json_text(422, "{}").headers.get("content-type") == "application/json");
  CHECK(json_text(422, "{}").payload() == "{}");
  CHECK(no_content().status == 204);
  CHECK(no_content().payload().empty());
  CHECK(see_other("/suivi").status == 303);
  CHECK(see_other("/suivi?a=1").headers.get("Location") == "/suivi?a=1");
}

TEST_CASE("a redirect cannot leave the site by a trick", "[http]") {
  for (const char* location :
       {"", "suivi", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\\\\evil", "/a\r\nX: y", " /a"}) {
    CAPTURE(location);
    CHECK_THROWS_AS(see_other(location), std::invalid_argument);
  }
  CHECK(see_other("https://www.payfip.gouv.fr/x").headers.get("Location") == "https://www.payfip.gouv.fr/x");
}

TEST_CASE("the payload is the shared bytes, else the static ones, else the body", "[http]") {
  Response response = plain_text(200, "body");
  CHECK(response.payload() == "body");
  response.static_body = "static";
  CHECK(response.payload() == "static");
  response.shared_body = std::make_shared<const std::string>("shared");
  CHECK(response.payload() == "shared");
}

TEST_CASE("a target is cut into a decoded path and a raw query", "[http]") {
  const std::vector<std::pair<std::string, std::pair<std::string, std::string>>> cases = {
      {"/", {"/", ""}},
      {"/?", {"/", ""}},
      {"/actualites?page=2&q=%C3%A9", {"/actualites", "page=2&q=%C3%A9"}},
      {"/f%C3%AAte%20des%20voisins", {"/fête des voisins", ""}},
      {"/a?b?c", {"/a", "b?c"}},
      {"/a%3Fb", {"/a?b", ""}},
      {"/100%25", {"/100%", ""}},
      {"/%252e%252e/", {"/%2e%2e/", ""}},
      {"/a+b", {"/a+b", ""}},
      {"/.well-known/security.txt", {"/.well-known/security.txt", ""}},
      {"/...", {"/...", ""}},
      {"/a/", {"/a/", ""}},
      {"//a", {"//a", ""}},
      {"/?next=../..", {"/", "next=../.."}},
      {"/?bad=%zz", {"/", "bad=%zz"}}};
  for (const auto& [target, expected] : cases) {
    CAPTURE(target);
    const auto parsed = parse_target(target);
    REQUIRE(parsed);
    CHECK(*parsed == expected);
  }
}

TEST_CASE("targets that climb, hide or break are refused", "[http]") {
  const std::vector<std::string> cases = {
      "",        "*",         "a",       "http://a/", "?a",      "/..",        "/../a", "/a/..",
      "/a/../b", "/%2e%2e/a", "/.%2E/a", "/%2E./a",   "/.",      "/a/./b",     "/%2e",  // dots
      "/a%2Fb",  "/a%2fb",    "/a%5Cb",  "/a%5cb",    "/a\\b",   "/..%2f",              // separators
      "/%00",    "/a%0ab",    "/a%0D",   "/%7F",      "/%1b",    "/a b",       "/a\tb", "/a\nb",
      "/a\x7F",  "/\0"s,      "/a?b c",  "/a?b\r\n",  "/a?\0"s,                         // control
      "/é",      "/a?é",      "/\xFF",   "/%C3",      "/%C0%AF", "/%ED%A0%80", "/%FF",  // encoding
      "/%",      "/%4",       "/%zz",    "/a%",       "/%u0041", "/a#b",       "/a?b#c"};
  for (const std::string& target : cases) {
    CAPTURE(target);
    CHECK_FALSE(parse_target(target));
  }
}

TEST_CASE("statuses we send have a reason phrase", "[http]") {
  for (const int status : {200, 201, 204, 303, 304, 400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 501, 503, 507}) {
    CAPTURE(status);
    CHECK(reason_phrase(status) != "Unknown");
  }
  CHECK(reason_phrase(599) == "Unknown");
}
