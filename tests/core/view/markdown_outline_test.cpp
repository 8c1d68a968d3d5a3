// The pieces of a text, each with its line.
#include "core/view/markdown_outline.hpp"

#include "tests/support/catch.hpp"

using clocher::view::outline_of;

TEST_CASE("headings come with the level that was written, their words and their line", "[markdown]") {
  const auto outline = outline_of("# Un *titre*\n\ntexte\n\n#### Deux\n");
  REQUIRE(outline.headings.size() == 2);
  CHECK(outline.headings[0].line == 1);
  CHECK(outline.headings[0].level == 1);
  CHECK(outline.headings[0].words == "Un titre");
  CHECK(outline.headings[1].line == 5);
  CHECK(outline.headings[1].level == 4);
}

TEST_CASE("a paragraph of one run of bold is told from one that holds bold", "[markdown]") {
  const auto outline = outline_of("**Horaires**\n\n**Attention** au chien.\n\n- **a**\n");
  REQUIRE(outline.paragraphs.size() == 3);
  CHECK(outline.paragraphs[0].is_all_strong);
  CHECK_FALSE(outline.paragraphs[1].is_all_strong);
  CHECK(outline.paragraphs[1].words == "Attention au chien.");
  CHECK(outline.paragraphs[2].is_list_item);
  CHECK(outline.paragraphs[2].line == 5);
}

TEST_CASE("code is no paragraph", "[markdown]") { CHECK(outline_of("```\nVOIR CE CODE\n```\n").paragraphs.empty()); }

TEST_CASE("links and images come with words, target and line", "[markdown]") {
  const auto outline = outline_of("Voir\n\n[la **carte**](/carte) et ![Le clocher](/images/1/large)\n\nhttps://a.fr\n");
  REQUIRE(outline.links.size() == 2);
  CHECK(outline.links[0].words == "la carte");
  CHECK(outline.links[0].url == "/carte");
  CHECK(outline.links[0].line == 3);
  CHECK(outline.links[1].words == "https://a.fr");
  REQUIRE(outline.images.size() == 1);
  CHECK(outline.images[0].alternative == "Le clocher");
  CHECK(outline.images[0].line == 3);
}

TEST_CASE("the words of a link around an image are the image's alternative", "[markdown]") {
  CHECK(outline_of("[![Le plan](/images/1/large)](/plan)").links.at(0).words == "Le plan");
  CHECK(outline_of("[![](/images/1/large)](/plan)").links.at(0).words.empty());
}

TEST_CASE("a table comes with the words of its first row, in a quote too", "[markdown]") {
  const auto outline = outline_of("texte\n\n| | Prix |\n|--|--|\n| a | b |\n");
  REQUIRE(outline.tables.size() == 1);
  CHECK(outline.tables[0].header == std::vector<std::string>{"", "Prix"});
  CHECK(outline.tables[0].line == 3);
}

TEST_CASE("an empty text has no pieces", "[markdown]") {
  const auto outline = outline_of("");
  CHECK(outline.headings.empty());
  CHECK(outline.paragraphs.empty());
}
