// What words become: tables of texts and stems.
#include "core/search/french.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::search;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  for (const Token& token : tokens_of(text)) words.push_back(token.word);
  return words;
}

}  // namespace

TEST_CASE("a text becomes words without accents, capitals, elisions and signs") {
  const std::vector<std::pair<const char*, Words>> table = {
      {"L’École", {"ecole"}},
      {"l'école", {"ecole"}},
      {"Qu’est-ce qu'une œuvre d’art ?", {"est", "ce", "une", "oeuvre", "art"}},
      {"JUSQU’À", {"a"}},
      {"e\u0301cole", {"ecole"}},
      {"aujourd’hui", {"aujourd", "hui"}},
      {"Saint-Maixent-l’École", {"saint", "maixent", "ecole"}},
      {"n° 2026-41", {"n", "2026", "41"}},
      {"«\u00a0Noël\u00a0» : 18\u00a0h\u00a030", {"noel", "18", "h", "30"}},
      {"ex æquo, cœur, Œufs", {"ex", "aequo", "coeur", "oeufs"}},
      {"mairie@commune.fr", {"mairie", "commune", "fr"}},
      {"Ελλάς мэрия", {"Ελλάς", "мэрия"}},
      {"🎉fête🎉", {"fete"}},
      {"a\xff"
       "b",
       {"a", "b"}},
      {"", {}},
      {"’ - — …", {}},
  };
  for (const auto& [text, words] : table) {
    INFO(text);
    CHECK(words_of(text) == words);
  }
}

TEST_CASE("a token says where its word stands, without the article") {
  const std::string text = "Vers l’École !";
  const auto tokens = tokens_of(text);
  REQUIRE(tokens.size() == 2);
  CHECK(text.substr(tokens[1].begin, tokens[1].size_bytes) == "École");
}

TEST_CASE("a word without end is cut") {
  const auto tokens = tokens_of(std::string(10'000, 'a'));
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].word.size() == 40);
}

TEST_CASE("forms of one word have one stem") {
  Analyzer analyzer;
  const std::vector<std::vector<const char*>> families = {
      {"mairie", "mairies", "MAIRIE"},
      {"déchet", "déchets", "dechets"},
      {"municipal", "municipaux", "municipale", "municipales"},
      {"fermé", "fermée", "fermées", "fermés", "ferme"},
      {"école", "écoles", "ECOLES"},
      {"association", "associations"},
      {"identité", "identités", "identite"},
      {"délibération", "délibérations"},
      {"électoral", "électorale", "électorales"},
      {"horaire", "horaires"},
  };
  for (const auto& family : families) {
    for (const char* word : family) {
      INFO(family[0] << " " << word);
      CHECK(analyzer.stems_of(word) == analyzer.stems_of(family[0]));
    }
  }
}

TEST_CASE("words with different meanings keep different stems") {
  Analyzer analyzer;
  for (const auto& [one, other] : std::vector<std::pair<const char*, const char*>>{
           {"mariage", "mairie"}, {"eau", "école"}, {"poste", "pain"}, {"poste", "poisson"}, {"vote", "voirie"}}) {
    INFO(one << " " << other);
    CHECK(analyzer.stems_of(one) != analyzer.stems_of(other));
  }
}

TEST_CASE("empty words leave no stem") {
  Analyzer analyzer;
  CHECK(analyzer.stems_of("Comment est-ce que je peux faire pour avoir le, la ou les ?").empty());
  CHECK(analyzer.stems_of("le 5 et la 6") == "5 6");
}
