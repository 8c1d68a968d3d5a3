// The description of the API and the table of routes say the same; the checker of answers does check.
#include "api/routes.hpp"
#include "tests/support/api_contract.hpp"
#include "tests/support/browser.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/schema_check.hpp"

#include <set>

using namespace clocher;
using namespace clocher::test;

namespace {

std::vector<std::string> check(std::string_view schema, std::string_view value) {
  return mismatches(api_description(), json::parse_trusted(schema), json::parse_trusted(value));
}

}  // namespace

TEST_CASE("every route below /api/v1 is described, and everything described has a route") {
  std::set<std::string> described;
  for (const Operation& operation : operations()) described.insert(operation.method + " " + operation.path);
  std::set<std::string> routed;
  for (const api::Route& route : api::routes()) {
    if (route.pattern.starts_with("/api/"))
      routed.insert(std::string(http::to_string(route.method)) + " " + std::string(route.pattern));
  }
  CHECK(described == routed);
}

TEST_CASE("what changes something and what needs a session is described so") {
  const auto describes = [](const Operation& operation, const char* status) {
    return json::find_object(*json::find_object(*operation.description, "responses"), status) != nullptr;
  };
  for (const api::Route& route : api::routes()) {
    for (const Operation& operation : operations()) {
      if (operation.path != route.pattern || operation.method != http::to_string(route.method)) continue;
      INFO(operation.method << " " << operation.path);
      if (route.access == api::Access::agent) CHECK(describes(operation, "401"));
      if (!http::is_safe(route.method)) CHECK(describes(operation, "403"));
      if (route.body == api::Body::json) CHECK(describes(operation, "400"));
      const bool has_body = route.body != api::Body::none && route.body != api::Body::form;
      CHECK(has_body == operation.description->contains("requestBody"));
    }
  }
}

TEST_CASE("the description is served as it is embedded, to everybody, as JSON") {
  TestPlatform platform;
  Browser browser(platform);
  const auto& response = browser.get("/api/v1/openapi.json");
  CHECK(response.status == 200);
  CHECK(response.headers.get("Content-Type").starts_with("application/json"));
  CHECK(browser.body() == api_description());
  CHECK(json::string_or(browser.body(), "openapi").starts_with("3.1"));
}

TEST_CASE("the checker of answers sees each kind of mismatch") {
  CHECK(check(R"({"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}})", R"({"a":1})").empty());
  CHECK(check(R"({"type":"object","required":["a"],"properties":{"a":{"type":"integer"}}})", R"({})").size() == 1);
  CHECK(check(R"({"type":"object","properties":{"a":{"type":"integer"}}})", R"({"a":"1"})").size() == 1);
  CHECK(check(R"({"type":"object","properties":{"a":{"type":"integer"}}})", R"({"b":1})").size() == 1);
  CHECK(check(R"({"type":"object","additionalProperties":{"type":"integer"}})", R"({"b":"x"})").size() == 1);
  CHECK(check(R"({"type":["integer","null"]})", "null").empty());
  CHECK(check(R"({"type":["integer","null"]})", "1.5").size() == 1);
  CHECK(check(R"({"type":"array","items":{"type":"string","enum":["a"]}})", R"(["a","b"])").size() == 1);
  CHECK(check(R"({"$ref":"#/components/schemas/DossierState"})", R"("lost")").size() == 1);
  CHECK(check(R"({"type":"string","pattern":"^[0-9]+$"})", R"("a")").size() == 1);
  CHECK_THROWS_AS(check(R"({"oneOf":[]})", "1"), std::runtime_error);
}
