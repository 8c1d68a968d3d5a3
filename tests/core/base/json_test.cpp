// Rules of reading JSON.
#include "core/json/json.hpp"

#include "tests/support/catch.hpp"

#include <stdexcept>
#include <string>

using namespace clocher;

TEST_CASE("JSON that cannot be read is malformed", "[json]") {
  for (const std::string& text : {std::string(), std::string("{"), std::string("{} x"), std::string("{'a':1}"),
                                  std::string("[1,]"), std::string("\"\xFF\""), std::string("nul"),
                                  std::string("{\"a\":1"), std::string(40, '[') + std::string(40, ']')}) {
    CAPTURE(text);
    const auto value = json::parse(text);
    REQUIRE_FALSE(value);
    CHECK(value.error().kind == ErrorKind::malformed);
    CHECK(value.error().key == "json.unreadable");
  }
}

TEST_CASE("a stored document that cannot be read throws", "[json]") {
  CHECK_THROWS_AS(json::parse_trusted("{"), std::runtime_error);
}

TEST_CASE("a property of the wrong type reads as absent", "[json]") {
  const json::Object object =
      json::parse(R"({"text":"é","number":5,"decimal":1.5,"yes":true,"list":[1],"object":{}})").value().as_object();
  CHECK(json::find_string(object, "text") == "é");
  CHECK_FALSE(json::find_string(object, "number"));
  CHECK_FALSE(json::find_string(object, "missing"));
  CHECK(json::string_or(object, "number", "none") == "none");
  CHECK(json::find_integer(object, "number") == 5);
  CHECK_FALSE(json::find_integer(object, "decimal"));
  CHECK_FALSE(json::find_integer(object, "text"));
  CHECK(json::is_true(object, "yes"));
  CHECK_FALSE(json::is_true(object, "number"));
  CHECK(json::find_array(object, "list") != nullptr);
  CHECK(json::find_array(object, "object") == nullptr);
  CHECK(json::find_object(object, "object") != nullptr);
  CHECK(json::find_object(object, "list") == nullptr);
}

TEST_CASE("what is written reads back", "[json]") {
  const std::string text = R"({"a":"é\n\"","b":[1,null,true]})";
  CHECK(json::serialize(json::parse(text).value()) == text);
}
