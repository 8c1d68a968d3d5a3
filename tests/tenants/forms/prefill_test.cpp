// A link may fill what the procedure declares, and nothing else.
#include "tenants/forms/prefill.hpp"

#include "core/http/assets.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::forms;

namespace {

constexpr Date today{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(24)};

Definition correction() {
  const auto* asset = http::find_asset("seed/procedures/signaler-une-correction.json");
  REQUIRE(asset != nullptr);
  return *parse_definition(asset->bytes);
}

std::string shown(const std::string& query, const char* field, const Answers& saved = {}) {
  const Definition definition = correction();
  const auto answers = with_prefill(definition.steps[0], http::parse_query(query), saved, today);
  return json::string_or(answers, field);
}

}  // namespace

TEST_CASE("a link fills the fields that the procedure declares") {
  CHECK(shown("record_name=Club%20de%20boules", "record_name") == "Club de boules");
  CHECK(shown("record_name=%3Cb%3E", "record_name") == "<b>");
}

TEST_CASE("a link fills no other field, nor one that has an answer") {
  CHECK(shown("correction_text=Faux", "correction_text").empty());
  CHECK(shown("sender_name=Moi", "sender_name").empty());
  CHECK(shown("record_name=Club", "record_name", {{"record_name", "Chorale"}}) == "Chorale");
}

TEST_CASE("what a link brings follows the rules of its field, or is left out") {
  CHECK(shown("record_name=" + std::string(201, 'a'), "record_name").empty());
  CHECK(shown("record_name=A%0AB%E2%80%AE", "record_name") == "A B");
}

TEST_CASE("only what may be filled goes on to the first step, encoded anew") {
  const auto query = http::parse_query("record_name=A%26b&x=1&sender_email=a%40b.fr&record_page=%22%3E");
  CHECK(prefill_query(correction(), query) == "?record_name=A%26b&record_page=%22%3E");
  CHECK(prefill_query(correction(), http::parse_query("x=1")).empty());
}

TEST_CASE("only texts may be filled by a link") {
  const auto definition = parse_definition(R"({"slug":"a","title":"A","summary":"A","duration_minutes":1,"needs":[],
    "legal_basis":"A","purpose":"A","retention_months":1,"recipients":"A","silence":{"rule":"none"},
    "applicant":{"name":["n"],"email":"e"},"steps":[{"id":"s","title":"S","fields":[
    {"id":"n","type":"text","label":"N","required":true},{"id":"e","type":"email","label":"E","required":true,"prefill":true}]}]})");
  REQUIRE_FALSE(definition);
  CHECK(definition.error().arguments.at("where").find("fields[1]") != std::string::npos);
}
