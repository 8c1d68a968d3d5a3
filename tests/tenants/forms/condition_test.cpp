// When conditions hold.
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

constexpr const char* asked = R"({"id": "first", "title": "Un", "fields": [
  {"id": "kind", "type": "choice", "label": "?", "required": true, "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
  {"id": "extras", "type": "choices", "label": "?", "required": false, "options": [{"value": "x", "label": "X"}, {"value": "y", "label": "Y"}]},
  {"id": "copies", "type": "number", "label": "?", "required": false},
  {"id": "agrees", "type": "consent", "label": "?", "required": false}]},
  {"id": "second", "title": "Deux", "show_if": %, "fields": [{"id": "more", "type": "text", "label": "?", "required": false}]})";

bool shows(const std::string& condition, const char* given) {
  std::string steps(asked);
  steps.replace(steps.find('%'), 1, condition);
  return holds(*procedure(steps).steps.at(1).show_if, answers(given));
}

}  // namespace

TEST_CASE("equals compares one answer") {
  CHECK(shows(R"({"field": "kind", "equals": "a"})", R"({"kind": "a"})"));
  CHECK_FALSE(shows(R"({"field": "kind", "equals": "a"})", R"({"kind": "b"})"));
}

TEST_CASE("a field without an answer equals nothing, so its negation holds") {
  CHECK_FALSE(shows(R"({"field": "kind", "equals": "a"})", "{}"));
  CHECK(shows(R"({"not": {"field": "kind", "equals": "a"}})", "{}"));
}

TEST_CASE("in holds for any of its values, also among those ticked") {
  CHECK(shows(R"({"field": "kind", "in": ["a", "b"]})", R"({"kind": "b"})"));
  CHECK(shows(R"({"field": "extras", "in": ["y"]})", R"({"extras": ["x", "y"]})"));
  CHECK_FALSE(shows(R"({"field": "extras", "in": ["y"]})", R"({"extras": ["x"]})"));
}

TEST_CASE("all needs each and any needs one") {
  const std::string both = R"([{"field": "kind", "equals": "a"}, {"field": "extras", "equals": "x"}])";
  CHECK(shows(R"({"all": )" + both + "}", R"({"kind": "a", "extras": ["x"]})"));
  CHECK_FALSE(shows(R"({"all": )" + both + "}", R"({"kind": "a"})"));
  CHECK(shows(R"({"any": )" + both + "}", R"({"kind": "a"})"));
  CHECK_FALSE(shows(R"({"any": )" + both + "}", R"({"kind": "b"})"));
}

TEST_CASE("a number is compared by its value and a consent as true") {
  CHECK(shows(R"({"field": "copies", "equals": "02"})", R"({"copies": "2"})"));
  CHECK(shows(R"({"field": "copies", "equals": 2})", R"({"copies": "2"})"));
  CHECK(shows(R"({"field": "agrees", "equals": true})", R"({"agrees": true})"));
  CHECK_FALSE(shows(R"({"field": "agrees", "equals": true})", "{}"));
}
