// Sentences by key: placeholders, plurals, and what is missing.
#include "core/view/catalogue.hpp"

#include "core/base/log.hpp"
#include "tests/support/catch.hpp"

#include <stdexcept>

using namespace clocher;
using view::Catalogue;
using view::OnMissing;

namespace {

constexpr const char* texts = R"({
  "hello": "Bonjour {name}, {name} !",
  "case.count.one": "{count} demande",
  "case.count.other": "{count} demandes",
  "plain": "Sans rien",
  "brace": "a { b"
})";

}  // namespace

TEST_CASE("placeholders take their arguments, as often as they stand there", "[catalogue]") {
  CHECK(Catalogue(texts).text("hello", {{"name", "Zoé"}}) == "Bonjour Zoé, Zoé !");
}

TEST_CASE("an argument is never read again for placeholders", "[catalogue]") {
  CHECK(Catalogue(texts).text("hello", {{"name", "{other}"}, {"other", "x"}}) == "Bonjour {other}, {other} !");
}

TEST_CASE("French takes the singular for 0 and 1, the plural from 2 on", "[catalogue]") {
  const Catalogue catalogue(texts);
  CHECK(catalogue.text("case.count", {{"count", "0"}}) == "0 demande");
  CHECK(catalogue.text("case.count", {{"count", "1"}}) == "1 demande");
  CHECK(catalogue.text("case.count", {{"count", "2"}}) == "2 demandes");
  CHECK(catalogue.text("case.count", {{"count", "1000"}}) == "1000 demandes");
}

TEST_CASE("a count changes nothing in a text without plural", "[catalogue]") {
  CHECK(Catalogue(texts).text("plain", {{"count", "2"}}) == "Sans rien");
}

TEST_CASE("a brace that is not closed is a brace", "[catalogue]") { CHECK(Catalogue(texts).text("brace") == "a { b"); }

TEST_CASE("in tests an unknown key or a missing argument is an exception", "[catalogue]") {
  const Catalogue catalogue(texts, OnMissing::throws);
  CHECK_THROWS_WITH(catalogue.text("nope"), Catch::Contains("nope"));
  CHECK_THROWS_WITH(catalogue.text("hello"), Catch::Contains("{name}"));
  CHECK_THROWS_AS(catalogue.text("case.count"), std::out_of_range);
}

TEST_CASE("in production an unknown key is shown, and logged once", "[catalogue]") {
  const Catalogue catalogue(texts, OnMissing::logs);
  const log::Capture capture;
  CHECK(catalogue.text("nope") == "nope");
  CHECK(catalogue.text("nope") == "nope");
  CHECK(catalogue.text("hello") == "Bonjour ,  !");
  const auto lines = capture.lines();
  REQUIRE(lines.size() == 2);
  CHECK_THAT(lines.front(), Catch::Contains("catalogue.missing") && Catch::Contains("nope"));
}

TEST_CASE("keys are listed in order, so that a test may walk them", "[catalogue]") {
  const Catalogue catalogue(texts);
  CHECK(catalogue.keys() == std::vector<std::string>{"brace", "case.count.one", "case.count.other", "hello", "plain"});
  CHECK(catalogue.has("plain"));
  CHECK_FALSE(catalogue.has("case.count"));
}

TEST_CASE("a catalogue that is not a flat object of texts is refused", "[catalogue]") {
  for (const char* wrong : {"", "[]", "\"a\"", R"({"a": 1})", R"({"a": {"b": "c"}})", "{", R"({"a": null})"}) {
    CAPTURE(wrong);
    CHECK_THROWS_AS(Catalogue(wrong), std::runtime_error);
  }
}
