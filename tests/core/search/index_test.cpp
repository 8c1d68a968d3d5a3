// What an index holds, finds and forgets.
#include "tests/core/search/index_world.hpp"

#include "tests/support/catch.hpp"

#include <fstream>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::search;

namespace {

using Keys = std::vector<std::string>;

}  // namespace

TEST_CASE("a document is found by its title, its headings, its summary and its text") {
  IndexWorld world;
  world.hold({{.kind = "pages",
               .key = "1",
               .title = "Piscine",
               .summary = "Natation",
               .headings = "Bassin",
               .text = "Plongeoir"}});
  for (const char* query : {"piscine", "natation", "bassin", "plongeoir", "PISCINES", "\"piscine\""}) {
    INFO(query);
    CHECK(world.found(query) == Keys{"1"});
  }
  CHECK(world.found("toboggan").empty());
}

TEST_CASE("all words must stand in a document") {
  IndexWorld world;
  world.hold({world.document("1", "Salle des fêtes"), world.document("2", "Salle du conseil")});
  CHECK(world.found("salle fêtes") == Keys{"1"});
  CHECK(world.found("salle") == Keys{"1", "2"});
}

TEST_CASE("a phrase in quotes is looked for as it stands, empty words apart") {
  IndexWorld world;
  world.hold({world.document("1", "Permis de construire"), world.document("2", "Construire sans permis")});
  CHECK(world.found("permis construire") == Keys{"1", "2"});
  CHECK(world.found("\"permis de construire\"") == Keys{"1"});
  CHECK(world.found("«\u00a0permis de construire\u00a0»") == Keys{"1"});
}

TEST_CASE("a reconciliation writes what differs and nothing else") {
  IndexWorld world;
  std::vector<Document> documents{world.document("1", "Piscine"), world.document("2", "Stade")};
  Reconciled result = world.hold(documents);
  CHECK(result.added == 2);
  result = world.hold(documents);
  CHECK(result.added + result.changed + result.removed == 0);
  documents[0].title = "Patinoire";
  documents.pop_back();
  documents.push_back(world.document("3", "Gymnase"));
  result = world.hold(documents);
  CHECK(result.added == 1);
  CHECK(result.changed == 1);
  CHECK(result.removed == 1);
  CHECK(world.index.count() == 2);
  CHECK(world.found("patinoire") == Keys{"1"});
  CHECK(world.found("gymnase") == Keys{"3"});
}

TEST_CASE("what was removed is found no more, and its words are known no more") {
  IndexWorld world;
  world.hold({world.document("1", "Piscine"), world.document("2", "Stade")});
  world.hold({world.document("2", "Stade")});
  CHECK(world.found("piscine").empty());
  const auto left = world.index.read_words([](db::ReadTx& tx) { return words_beginning(tx, "p", 10); });
  CHECK(left.empty());
}

TEST_CASE("an index holds more documents than one batch") {
  IndexWorld world;
  std::vector<Document> documents;
  for (int i = 0; i < 120; ++i) documents.push_back(world.document(std::to_string(i), "Piscine " + std::to_string(i)));
  world.hold(documents);
  CHECK(world.index.count() == 120);
  CHECK(world.found("piscine").size() == 120);
  world.hold({});
  CHECK(world.index.count() == 0);
}

TEST_CASE("a document appears and disappears at its hours without being written again") {
  IndexWorld world;
  Document document = world.document("1", "Piscine");
  document.visible_from = {100};
  document.visible_until = {200};
  world.hold({document});
  CHECK(world.found("piscine", {99}).empty());
  CHECK(world.found("piscine", {100}) == Keys{"1"});
  CHECK(world.found("piscine", {199}) == Keys{"1"});
  CHECK(world.found("piscine", {200}).empty());
}

TEST_CASE("an index is still there after a stop") {
  TemporaryFolder folder;
  { Index(folder.path() + "/search.db").reconcile({IndexWorld::document("1", "Piscine")}); }
  Index again(folder.path() + "/search.db");
  CHECK(again.count() == 1);
}

TEST_CASE("a damaged index is thrown away and made again") {
  TemporaryFolder folder;
  std::ofstream(folder.path() + "/search.db") << std::string(8192, 'x');
  Index index(folder.path() + "/search.db");
  CHECK(index.count() == 0);
  CHECK(index.reconcile({IndexWorld::document("1", "Piscine")}).added == 1);
}

TEST_CASE("synonyms find each other, one word or several") {
  IndexWorld world;
  static constexpr std::string_view card[] = {"carte d’identité", "CNI"};
  static constexpr SynonymGroup groups[] = {card};
  world.synonyms = groups;
  world.hold({world.document("1", "La CNI en mairie"), world.document("2", "Carte nationale d’identité"),
              world.document("3", "Carte de pêche")});
  CHECK(world.found("carte d'identite") == Keys{"1", "2"});
  CHECK(world.found("cni") == Keys{"1"});  // "2" says neither CNI nor the phrase
  CHECK(world.found("carte") == Keys{"2", "3"});
}

TEST_CASE("the title tells whether it says just what was asked") {
  IndexWorld world;
  world.hold({world.document("1", "Cantine"), world.document("2", "Menus de la cantine"),
              world.document("3", "École", "Cantine")});
  const auto expression = expression_of(parse_query("cantines"), Join::all, {}, world.analyzer);
  const auto matches = world.index.find(expression, {1});
  REQUIRE(matches.size() == 3);
  CHECK(matches[0].title == TitleMatch::exact);
  CHECK(matches[1].title == TitleMatch::all_words);
  CHECK(matches[2].title == TitleMatch::none);
  CHECK(matches[0].relevance > matches[2].relevance);
}
