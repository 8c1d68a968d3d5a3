// What the answers call for: which steps, in which order, and what is left of the rest.
#include "tenants/forms/step.hpp"

#include "tests/support/catch.hpp"
#include "tests/tenants/forms/forms_support.hpp"

#include <algorithm>
#include <random>

using namespace clocher;
using namespace clocher::forms;
using namespace clocher::forms::test;

namespace {

using Texts = std::vector<std::string>;

// A chain: deep hangs on middle, middle on top, so that hiding the middle hides the end.
const Definition& chain() {
  static const Definition definition = procedure(R"(
    {"id": "first", "title": "Un", "fields": [
      {"id": "top", "type": "choice", "label": "?", "required": true, "options": [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]},
      {"id": "extras", "type": "choices", "label": "?", "required": false, "options": [{"value": "x", "label": "X"}, {"value": "y", "label": "Y"}]}]},
    {"id": "second", "title": "Deux", "show_if": {"field": "top", "equals": "a"}, "fields": [
      {"id": "middle", "type": "choice", "label": "?", "required": true, "options": [{"value": "m", "label": "M"}, {"value": "n", "label": "N"}]},
      {"id": "inner", "type": "text", "label": "?", "required": false, "show_if": {"field": "middle", "equals": "m"}}]},
    {"id": "third", "title": "Trois", "show_if": {"field": "middle", "equals": "m"}, "fields": [
      {"id": "deep", "type": "text", "label": "?", "required": true, "show_if": {"not": {"field": "extras", "equals": "y"}}},
      {"id": "info", "type": "note", "label": "Bon à savoir"}]})");
  return definition;
}

std::string step_id(const Step* step) { return step == nullptr ? "" : step->id; }

const Step& step(const char* id) { return *find_step(chain(), id); }

Answers random_answers(std::mt19937& random) {
  const std::vector<std::string> values[] = {{"a", "b", "zz"}, {"m", "n", "zz"}};
  const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  Answers answers;
  if (pick(4) > 0) answers["top"] = values[0][pick(3)];
  if (pick(4) > 0) answers["middle"] = values[1][pick(3)];
  if (pick(2) > 0) answers["extras"] = json::Array{pick(2) > 0 ? "x" : "y"};
  for (const char* id : {"inner", "deep", "info", "last_name", "unknown"}) {
    if (pick(3) > 0) answers[id] = "texte";
  }
  return answers;
}

}  // namespace

TEST_CASE("hidden steps are not asked") {
  CHECK(ids(visible_steps(chain(), answers("{}"))) == Texts{"first", "you"});
  CHECK(ids(visible_steps(chain(), answers(R"({"top": "a"})"))) == Texts{"first", "second", "you"});
  CHECK(ids(visible_steps(chain(), answers(R"({"top": "a", "middle": "m"})"))) ==
        Texts{"first", "second", "third", "you"});
}

TEST_CASE("the answer to a hidden question opens nothing") {
  CHECK(ids(visible_steps(chain(), answers(R"({"top": "b", "middle": "m"})"))) == Texts{"first", "you"});
  CHECK(visible_fields(chain(), step("third"), answers(R"({"top": "b", "middle": "m"})")).empty());
}

TEST_CASE("hidden fields of a visible step are not shown") {
  CHECK(ids(visible_fields(chain(), step("second"), answers(R"({"top": "a"})"))) == Texts{"middle"});
  CHECK(ids(visible_fields(chain(), step("third"), answers(R"({"top": "a", "middle": "m", "extras": ["y"]})"))) ==
        Texts{"info"});
}

TEST_CASE("next and previous skip hidden steps and end at the review and at the procedure") {
  const Answers short_way = answers(R"({"top": "b"})");
  CHECK(step_id(next_step(chain(), step("first"), short_way)) == "you");
  CHECK(step_id(previous_step(chain(), step("you"), short_way)) == "first");
  CHECK(next_step(chain(), step("you"), short_way) == nullptr);
  CHECK(previous_step(chain(), step("first"), short_way) == nullptr);
  CHECK(step_id(next_step(chain(), step("second"), short_way)) == "you");
}

TEST_CASE("pruning keeps the answers of visible fields in the order of the definition, and nothing else") {
  const Answers all =
      answers(R"({"last_name": "M", "deep": "d", "inner": "i", "middle": "m", "top": "a", "unknown": 1})");
  CHECK(text(prune(chain(), all)) == R"({"top":"a","middle":"m","inner":"i","deep":"d","last_name":"M"})");
  CHECK(text(prune(chain(), answers(R"({"top": "b", "middle": "m", "deep": "d"})"))) == R"({"top":"b"})");
}

TEST_CASE("a procedure is incomplete at its first step with a missing or broken answer") {
  const auto incomplete = [](const char* given) {
    return step_id(first_incomplete_step(chain(), answers(given), today));
  };
  CHECK(incomplete("{}") == "first");
  CHECK(incomplete(R"({"top": "a"})") == "second");
  CHECK(incomplete(R"({"top": "a", "middle": "m"})") == "third");
  CHECK(incomplete(R"({"top": "zz", "last_name": "M", "email": "a@b.fr"})") == "first");
  CHECK(incomplete(R"({"top": "b", "last_name": "M", "email": "a@b"})") == "you");
  CHECK(incomplete(R"({"top": "b", "last_name": "M", "email": 12})") == "you");
  CHECK(incomplete(R"({"top": "b", "extras": ["nope"], "last_name": "M", "email": "a@b.fr"})") == "first");
  CHECK(incomplete(R"({"top": "b", "last_name": "M", "email": "a@b.fr"})").empty());
}

TEST_CASE("a date that was good yesterday is asked again today") {
  const Definition definition = procedure(
      R"({"id": "one", "title": "Une", "fields": [{"id": "leave", "type": "date", "label": "Départ", "required": true, "minimum_date": "today"}]})");
  const Answers given = answers(R"({"leave": "2026-11-24", "last_name": "M", "email": "a@b.fr"})");
  CHECK(first_incomplete_step(definition, given, today) == nullptr);
  const Date tomorrow = std::chrono::sys_days(today) + std::chrono::days(1);
  CHECK(step_id(first_incomplete_step(definition, given, tomorrow)) == "one");
}

TEST_CASE("whatever the answers, pruning leaves no value of a hidden field") {
  std::mt19937 random(20261124);
  for (int round = 0; round < 2'000; ++round) {
    const Answers given = random_answers(random);
    const Answers kept = prune(chain(), given);
    Texts visible;
    for (const Step* shown : visible_steps(chain(), kept)) {
      for (const Field* field : visible_fields(chain(), *shown, kept)) visible.push_back(field->id);
    }
    for (const auto& [id, value] : kept) {
      INFO(text(given) << " -> " << text(kept));
      REQUIRE(std::find(visible.begin(), visible.end(), id) != visible.end());
    }
    REQUIRE(text(prune(chain(), kept)) == text(kept));
    REQUIRE(ids(visible_steps(chain(), kept)) == ids(visible_steps(chain(), given)));
  }
}
