// Rules between answers: comparisons, required because of, worked out, not concerned, eligibility.
#include "tenants/forms/ending.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

const Definition& stay() {
  static const Definition definition = procedure(R"(
    {"id": "who", "title": "Qui", "eligibility": true, "fields": [
      {"id": "lives", "type": "choice", "label": "Habitez-vous ici ?", "required": true,
       "options": [{"value": "yes", "label": "Oui"}, {"value": "no", "label": "Non"}]}],
     "ends_if": [{"when": {"field": "lives", "equals": "no"}, "text": "Demandez à votre mairie."}]},
    {"id": "stay", "title": "Séjour", "fields": [
      {"id": "born", "type": "date", "label": "Naissance", "required": true},
      {"id": "nights", "type": "number", "label": "Nuits", "required": true},
      {"id": "gift", "type": "money", "label": "Don", "required": false},
      {"id": "why", "type": "text", "label": "Pourquoi", "required": false, "require_if": {"field": "gift", "at_least": 10000}},
      {"id": "age", "type": "computed", "label": "Âge", "compute": {"age": "born", "on": "today"}, "hidden": true},
      {"id": "price", "type": "computed", "label": "Prix", "unit": "cents",
       "compute": {"product": ["nights", {"cents": 250}]}},
      {"id": "parent", "type": "text", "label": "Parent", "required": true, "show_if": {"field": "age", "at_most": 17}}]})");
  return definition;
}

StepReading sent(std::initializer_list<std::pair<std::string, std::string>> values) {
  return read_step(stay(), stay().steps[1], form(values), answers(R"({"lives": "yes"})"), today);
}

bool holds_for(const char* condition, const char* json_answers) {
  const Definition definition = procedure(
      R"({"id": "a", "title": "A", "fields": [
        {"id": "count", "type": "number", "label": "N", "required": false},
        {"id": "amount", "type": "money", "label": "M", "required": false},
        {"id": "from", "type": "date", "label": "D", "required": false},
        {"id": "to", "type": "date", "label": "D", "required": false},
        {"id": "it", "type": "text", "label": "T", "required": false, "show_if": )" +
      std::string(condition) + "}]}");
  return holds(*definition.steps[0].fields[4].show_if, answers(json_answers));
}

}  // namespace

TEST_CASE("a condition compares numbers, amounts and days") {
  CHECK(holds_for(R"({"field": "count", "at_least": 3})", R"({"count": "3"})"));
  CHECK_FALSE(holds_for(R"({"field": "count", "at_least": 3})", R"({"count": "2.99"})"));
  CHECK(holds_for(R"({"field": "amount", "at_most": 1250})", R"({"amount": 1250})"));
  CHECK_FALSE(holds_for(R"({"field": "amount", "at_most": 1250})", R"({"amount": 1251})"));
  CHECK(holds_for(R"({"field": "from", "before": "2026-11-24"})", R"({"from": "2026-11-23"})"));
  CHECK_FALSE(holds_for(R"({"field": "from", "before": "2026-11-24"})", R"({"from": "2026-11-24"})"));
  CHECK(holds_for(R"({"field": "to", "after": {"field": "from"}})", R"({"from": "2026-11-23", "to": "2026-11-24"})"));
  CHECK(holds_for(R"({"field": "count", "answered": false})", "{}"));
  CHECK_FALSE(holds_for(R"({"field": "count", "answered": true})", "{}"));
}

TEST_CASE("what is missing is neither above nor below, before nor after") {
  for (const char* condition :
       {R"({"field": "count", "at_least": 0})", R"({"field": "count", "at_most": 0})",
        R"({"field": "from", "before": "2099-01-01"})", R"({"field": "from", "after": {"field": "to"}})"}) {
    CHECK_FALSE(holds_for(condition, "{}"));
    CHECK_FALSE(holds_for(condition, R"({"count": true, "from": 12})"));
  }
}

TEST_CASE("a value is worked out whatever the form claims, and opens the questions that depend on it") {
  const StepReading reading =
      sent({{"born", "25/11/2008"}, {"nights", "3"}, {"price", "1"}, {"age", "99"}});
  CHECK(text(reading.values.at("price")) == "750");
  CHECK(text(reading.values.at("age")) == "17");
  CHECK(reading.newly_shown == std::vector<std::string>{"parent"});
  CHECK(text(sent({{"born", "24/11/2008"}, {"nights", "0,5"}}).values.at("price")) == "125");
  CHECK(text(sent({{"born", "24/11/2008"}, {"nights", "0,5"}}).values.at("age")) == "18");
}

TEST_CASE("a value that lacks an answer is gone") {
  const Answers stale = with_computed(stay(), answers(R"({"lives": "yes", "price": 750, "age": 3})"), today);
  CHECK_FALSE(stale.contains("price"));
  CHECK_FALSE(stale.contains("age"));
}

TEST_CASE("an answer makes another one required") {
  CHECK(keys(sent({{"born", "1/1/1980"}, {"nights", "1"}, {"gift", "100"}, {"why", ""}}).errors) ==
        std::vector<std::string>{"why: form.required.text"});
  CHECK(sent({{"born", "1/1/1980"}, {"nights", "1"}, {"gift", "99,99"}, {"why", ""}}).errors.empty());
}

TEST_CASE("who is not concerned reaches the end and cannot send") {
  const Answers no = answers(R"({"lives": "no"})");
  const auto reached = find_ending(stay(), no, today);
  REQUIRE(reached);
  CHECK(reached->step->id == "who");
  CHECK(reached->ending->text == "Demandez à votre mairie.");
  CHECK(first_incomplete_step(stay(), no, today)->id == "who");
  const Answers all = answers(R"({"lives": "no", "born": "1980-01-01", "nights": "1"})");
  CHECK(first_incomplete_step(stay(), all, today)->id == "who");
  CHECK_FALSE(find_ending(stay(), answers("{}"), today));
  CHECK_FALSE(find_ending(stay(), answers(R"({"lives": "yes"})"), today));
}

TEST_CASE("answers of the eligibility step are no part of what is sent, and nothing may depend on them") {
  CHECK_FALSE(submitted_answers(stay(), answers(R"({"lives": "yes", "nights": "2"})")).contains("lives"));
  CHECK(submitted_answers(stay(), answers(R"({"lives": "yes", "nights": "2"})")).contains("nights"));
  const auto wrong = parse_definition(procedure_json(R"(
    {"id": "who", "title": "Qui", "eligibility": true, "fields": [{"id": "a", "type": "text", "label": "A", "required": true}]},
    {"id": "two", "title": "Deux", "show_if": {"field": "a", "answered": true},
     "fields": [{"id": "b", "type": "text", "label": "B", "required": true}]})"));
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().arguments.at("where") == "steps[1].show_if.field");
}
