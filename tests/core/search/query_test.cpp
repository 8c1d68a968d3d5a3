// What people type: mistakes, unfinished words, and attacks.
#include "tests/core/search/index_world.hpp"

#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::search;

namespace {

std::vector<Document> some_words() {
  std::vector<Document> documents;
  int key = 0;
  for (const char* title :
       {"Déchets et déchetterie", "Poubelles", "Bibliothèque", "Cimetière communal", "Cantine scolaire",
        "Assainissement", "Associations sportives", "Élections municipales", "Mairie", "Eau"})
    documents.push_back(IndexWorld::document(std::to_string(key++), title));
  return documents;
}

const std::vector<std::string> hostile = {"\"",
                                          "\"\"",
                                          "\"\"\"",
                                          "\"mairie",
                                          "mairie\"",
                                          "title:mairie",
                                          "title : mairie",
                                          "{title body}: mairie",
                                          "- title: x",
                                          "NEAR(mairie eau, 2)",
                                          "NEAR",
                                          "AND",
                                          "OR",
                                          "NOT",
                                          "mairie AND",
                                          "AND mairie",
                                          "mairie OR OR eau",
                                          "NOT mairie",
                                          "(mairie",
                                          "mairie)",
                                          "((((((((((",
                                          "a* b* c*",
                                          "*",
                                          "m*",
                                          "mairie*",
                                          "^mairie",
                                          "mairie + eau",
                                          "mairie^2",
                                          "'",
                                          "''",
                                          "'; DROP TABLE entry; --",
                                          "\\",
                                          "\\\"",
                                          "%",
                                          "_",
                                          "mairie\x01\x02",
                                          std::string("mairie\0eau", 10),
                                          "\xff\xfe",
                                          "\xc3",
                                          "<script>alert(1)</script>",
                                          "🎉",
                                          "\u202e",
                                          "\u0301",
                                          "rank:bm25(1)",
                                          "entry_words MATCH x",
                                          "?1",
                                          ":q",
                                          "@q",
                                          "$q"};

}  // namespace

TEST_CASE("a mistake of one letter is corrected") {
  IndexWorld world;
  world.hold(some_words());
  const std::vector<std::pair<const char*, const char*>> table = {
      {"pubelles", "poubelles"},
      {"poubellles", "poubelles"},
      {"poubzlles", "poubelles"},
      {"oubelles", "poubelles"},
      {"pouubeleles", ""},
      {"bibliotheqe", "bibliotheque"},
      {"bibliohtèque", "bibliotheque"},
      {"vibliotheque", "bibliotheque"},
      {"cimetierre", "cimetiere"},
      {"cantyne", "cantine"},
      {"assainisement", "assainissement"},
      {"elctions", "elections"},
      {"marie", "mairie"},
      {"dechetterrie", "dechetterie"},
      {"munciipales", "municipales"},
  };
  for (const auto& [typed, meant] : table) {
    INFO(typed);
    CHECK(world.check(typed).corrected == meant);
  }
}

TEST_CASE("a word that is known, short, made of digits or begins a known one is not corrected") {
  IndexWorld world;
  world.hold(some_words());
  for (const char* typed : {"cantine", "cantines", "CANTINE", "eua", "2026", "biblio", "assain", "le", ""}) {
    INFO(typed);
    CHECK(world.check(typed).corrected.empty());
  }
}

TEST_CASE("a correction keeps the rest as it was typed") {
  IndexWorld world;
  world.hold(some_words());
  CHECK(world.check("Les Pubelles de la Mairie").corrected == "Les poubelles de la Mairie");
  CHECK(world.check("l’assainisement, svp").corrected.starts_with("l’assainissement"));
}

TEST_CASE("at most three words are corrected") {
  IndexWorld world;
  world.hold(some_words());
  CHECK(world.check("pubelles cantyne assainisement elctions").corrected ==
        "poubelles cantine assainissement elctions");
}

TEST_CASE("the last word may be unfinished") {
  IndexWorld world;
  world.hold(some_words());
  CHECK(world.found("biblioth") == std::vector<std::string>{"2"});
  CHECK(world.found("élec") == std::vector<std::string>{"7"});
  CHECK(world.found("associations sporti") == std::vector<std::string>{"6"});
  CHECK(world.found("sporti associations").empty());
}

TEST_CASE("a minus and other signs are ignored") {
  const Query query = parse_query("cantine -scolaire +eau ~mairie");
  CHECK(query.terms.size() == 4);
}

TEST_CASE("a query is cut at 200 characters and 8 words") {
  CHECK(length_in_characters(parse_query(std::string(10'000, 'e')).text) == longest_query_characters);
  std::string many;
  for (int i = 0; i < 40; ++i) many += "mot" + std::to_string(i) + " ";
  CHECK(parse_query(many).terms.size() == most_terms);
}

TEST_CASE("no syntax of the full-text engine passes") {
  IndexWorld world;
  world.hold(some_words());
  for (const std::string& text : hostile) {
    INFO(text);
    CHECK_NOTHROW(world.found(text));
    const auto any = expression_of(world.check(text).query, Join::any, {}, world.analyzer);
    CHECK_NOTHROW(world.index.find(any, {1}));
  }
  CHECK_NOTHROW(world.found(std::string(10'000, '"')));
  CHECK(world.found("mairie AND eau").empty());  // "and" is a word like another
}

TEST_CASE("a snippet shows the passage with the most words, marked") {
  Analyzer analyzer;
  const std::string filler =
      "Ceci ne parle de rien du tout et continue longtemps ainsi sans jamais rien dire de plus précis. ";
  std::string text;
  for (int i = 0; i < 5; ++i) text += filler;
  text += "La <b>déchetterie</b> ouvre les\n\nsamedis. ";
  for (int i = 0; i < 5; ++i) text += filler;
  const auto segments = snippet(text, {analyzer.stem("dechetterie"), analyzer.stem("samedi")}, analyzer);
  std::string whole;
  std::vector<std::string> marked;
  for (const Segment& segment : segments) {
    whole += segment.text;
    if (segment.is_marked) marked.push_back(segment.text);
  }
  CHECK(marked == std::vector<std::string>{"déchetterie", "samedis"});
  CHECK(whole.starts_with("… "));
  CHECK(whole.ends_with(" …"));
  CHECK(whole.size() < 400);
  CHECK_THAT(whole, Catch::Contains("La <b>déchetterie</b> ouvre les samedis."));
}

TEST_CASE("a snippet without any of the words is the beginning of the text") {
  Analyzer analyzer;
  const auto segments = snippet("Une phrase courte.", {"absent"}, analyzer);
  REQUIRE(segments.size() == 1);
  CHECK(segments[0].text == "Une phrase courte.");
  CHECK_FALSE(segments[0].is_marked);
  CHECK(snippet("", {"absent"}, analyzer).empty());
  CHECK(snippet(" … ", {"absent"}, analyzer).empty());
}

TEST_CASE("a snippet of endless words stays short") {
  Analyzer analyzer;
  std::string text;
  for (int i = 0; i < 50; ++i) text += std::string(300, static_cast<char>('a' + i % 26)) + " ";
  std::size_t length = 0;
  for (const Segment& segment : snippet(text, {}, analyzer)) length += segment.text.size();
  CHECK(length < 700);
}
