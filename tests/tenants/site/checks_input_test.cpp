// Blocks are taken apart whatever their type, and nothing in them goes unchecked.
#include "tenants/site/checks_input.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::tenants;

namespace {

std::vector<Finding> check(std::string_view blocks) {
  const json::Value parsed = json::parse_trusted(blocks);
  return check_before_publishing(check_input_of({"Titre", "", "", parsed.as_array()}),
                                 [](std::string_view) { return true; });
}

std::string place(const Finding& finding) {
  return finding.key + " " + std::to_string(finding.spot.block.value_or(-1)) + " " + finding.spot.field;
}

}  // namespace

TEST_CASE("a picture of a block without words blocks, a decorative one does not", "[checks]") {
  const auto findings = check(R"json([{"type":"image","media_id":1},{"type":"image","media_id":2,"decorative":true},
                                  {"type":"image","media_id":3,"alt":"La mairie"}])json");
  REQUIRE(findings.size() == 1);
  CHECK(place(findings[0]) == "checks.alt_missing 0 alt");
}

TEST_CASE("each picture of a gallery needs its words", "[checks]") {
  const auto findings = check(
      R"json([{"type":"gallery","items":[{"media_id":1,"alt":"Le lavoir"},{"media_id":2},{"media_id":3,"alt":"photo"}]}])json");
  REQUIRE(findings.size() == 2);
  CHECK(place(findings[0]) == "checks.alt_missing 0 items.1.alt");
  CHECK(place(findings[1]) == "checks.alt_says_nothing 0 items.2.alt");
}

TEST_CASE("the texts of accordions and transcripts are read", "[checks]") {
  const auto findings = check(
      R"json([{"type":"accordion","items":[{"title":"FERMETURE DE LA MAIRIE","body_markdown":"[ici](/a)"}]
},
          {"type":"video","title":"Vœux","url":"https://a.fr","transcript_markdown":"[ici](/a)"}])json");
  REQUIRE(findings.size() == 3);
  CHECK(place(findings[0]) == "checks.capitals 0 items.0.title");
  CHECK(place(findings[1]) == "checks.link_vague 0 items.0.body_markdown");
  CHECK(place(findings[2]) == "checks.link_vague 1 transcript_markdown");
}

TEST_CASE("the words of a button are those of a link, a list of files needs none", "[checks]") {
  const auto findings = check(R"json([{"type":"action","label":"Cliquez ici","url":"/a"},
                                  {"type":"files","items":[{"media_id":4}]}])json");
  REQUIRE(findings.size() == 1);
  CHECK(place(findings[0]) == "checks.link_vague 0 label");
}

TEST_CASE("what is no block is passed over", "[checks]") {
  CHECK(check(R"json([1,"a",null,[],{},{"items":3},{"items":[1]},{"alt":"Le lavoir"}])json").empty());
}
