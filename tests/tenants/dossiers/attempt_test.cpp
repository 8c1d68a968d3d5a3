// What was typed and is no answer yet.
#include "tenants/dossiers/attempt.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::dossiers;

namespace {

forms::StepReading reading(std::string step, std::string name, std::vector<FieldError> errors = {}) {
  forms::StepReading made;
  made.step = std::move(step);
  made.raw = {{"name", std::move(name)}};
  made.errors = std::move(errors);
  return made;
}

std::string typed_at(std::string_view kept, std::string_view step) {
  const auto attempt = read_attempt(kept, step, {});
  return attempt ? std::string(attempt->raw.at("name").as_string()) : "-";
}

}  // namespace

TEST_CASE("what is typed at two steps is kept side by side") {
  std::string kept = with_typed("", reading("one", "Zoé"));
  kept = with_attempt(kept, reading("two", "x", {{"name", "form.required", {{"label", "Nom"}}}}));
  CHECK(typed_at(kept, "one") == "Zoé");
  CHECK(typed_at(kept, "two") == "x");
  CHECK(typed_at(kept, "three") == "-");
  CHECK(last_attempted_step(kept) == "two");
  CHECK(read_attempt(kept, "one", {})->errors.empty());
  CHECK(read_attempt(kept, "two", {})->errors.at(0).arguments.at("label") == "Nom");
}

TEST_CASE("a step that is complete is no longer shown again, the others stay") {
  std::string kept = with_typed(with_typed("", reading("one", "Zoé")), reading("two", "x"));
  kept = with_attempt(kept, reading("two", "y"));
  CHECK(typed_at(kept, "two") == "-");
  CHECK(last_attempted_step(kept) == "one");
  CHECK(with_attempt(kept, reading("one", "z")).empty());
}

TEST_CASE("an attempt kept before there were several is still shown") {
  const std::string_view old =
      R"({"step":"one","raw":{"name":"Zoé"},"errors":[{"field":"name","key":"form.required","arguments":{}}],"newly_shown":[]})";
  CHECK(typed_at(old, "one") == "Zoé");
  CHECK(read_attempt(old, "one", {})->errors.size() == 1);
  CHECK(last_attempted_step(old) == "one");
  CHECK(with_attempt(old, reading("one", "z")).empty());
}

TEST_CASE("what is typed beyond 256 KiB is not kept, its errors are") {
  const std::string kept = with_attempt("", reading("one", std::string(300 * 1024, 'x'), {{"name", "input.too_long", {}}}));
  CHECK(read_attempt(kept, "one", {})->raw.empty());
  CHECK(read_attempt(kept, "one", {})->errors.size() == 1);
}

TEST_CASE("nothing was typed in a new draft") {
  CHECK(last_attempted_step("").empty());
  CHECK_FALSE(read_attempt("", "one", {}));
}
