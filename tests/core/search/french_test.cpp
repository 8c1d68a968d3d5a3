// French as search reads it: the forms of a word meet, empty words and signs do not count.
#include "core/search/french.hpp"

#include "core/search/query.hpp"
#include "tests/support/catch.hpp"

using namespace clocher::search;

namespace {

std::string stems(std::string_view text) {
  Analyzer analyzer;
  return analyzer.stems_of(text);
}

std::string asked(std::string_view text, Join join = Join::all) {
  Analyzer analyzer;
  return expression_of(parse_query(text), join, {}, analyzer).fts;
}

}  // namespace

TEST_CASE("the forms of a word have one stem, whatever their accents and capitals") {
  for (const auto& [one, other] : {std::pair{"Déchets", "dechet"}, {"MAIRIES", "mairie"}, {"écoles", "Ecole"},
                                   {"l’école", "école"}, {"Œuvres", "oeuvre"}, {"fermée", "fermé"}, {"d'état", "Etat"},
                                   {"procès-verbaux", "proces verbaux"}}) {
    INFO(one << " and " << other);
    CHECK(stems(one) == stems(other));
    CHECK_FALSE(stems(one).empty());
  }
  CHECK(stems("poubelle") != stems("école"));
}

TEST_CASE("empty words and signs are left out") {
  CHECK(stems("comment est la de l’ et ? !").empty());
  CHECK(stems("").empty());
  CHECK(stems("\xFF\xFE").empty());
}

TEST_CASE("nothing of the index's own language passes") {
  for (const char* query : {"a* OR b*", "title: mairie", "NEAR(mairie école)", "mairie) OR (1", "\"mairie", "-mairie",
                            "mairie AND NOT école", "{title}: mairie", "mairie ^ école"}) {
    const std::string fts = asked(query);
    INFO(query << " became " << fts);
    std::size_t quotes = 0;
    for (const char c : fts) quotes += c == '"' ? 1 : 0;
    CHECK(quotes % 2 == 0);
    bool inside = false;
    for (const char c : fts) {
      if (c == '"') inside = !inside;
      else if (!inside) CHECK(std::string_view(" ()ANDOR").find(c) != std::string_view::npos);
    }
  }
}

TEST_CASE("a query is read up to its bounds") {
  CHECK(parse_query(std::string(10'000, 'x')).text.size() == longest_query_characters);
  std::string many;
  for (int i = 0; i < 50; ++i) many += "mot" + std::to_string(i) + " ";
  CHECK(parse_query(many).terms.size() <= most_terms);
}

TEST_CASE("quotes make a phrase") {
  const Query query = parse_query("« conseil municipal » mairie");
  REQUIRE(query.terms.size() == 2);
  CHECK(query.terms[0].is_phrase);
  CHECK(query.terms[0].words.size() == 2);
}
