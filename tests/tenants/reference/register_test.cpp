// The register, on all of France.
#include "tests/support/catch.hpp"
#include "tests/support/french_register.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using namespace clocher;
using clocher::reference::Commune;
using clocher::tests::french_register;

namespace {

Commune known(std::string_view insee) {
  const auto commune = french_register().commune(insee);
  REQUIRE(commune.has_value());
  return *commune;
}

Error refused(std::string_view insee) {
  const auto commune = french_register().commune(insee);
  REQUIRE_FALSE(commune.has_value());
  CHECK(commune.error().kind == ErrorKind::not_found);
  return commune.error();
}

std::vector<std::string> names_found(std::string_view text, int limit = 5) {
  std::vector<std::string> names;
  for (const Commune& commune : french_register().search(text, limit)) names.push_back(commune.name);
  return names;
}

std::vector<std::string> codes_found(std::string_view text, int limit = 50) {
  std::vector<std::string> codes;
  for (const Commune& commune : french_register().search(text, limit)) codes.push_back(commune.insee);
  return codes;
}

bool contains(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

}  // namespace

TEST_CASE("The register holds every commune and every EPCI of 2026") {
  CHECK(french_register().commune_count() == 34'969);
  CHECK(french_register().epci_count() == 1'255);
  CHECK(french_register().millesime() == "2026");
}

TEST_CASE("A commune comes with all that the national register says of it") {
  const Commune mulsanne = known("72213");
  CHECK(mulsanne.insee == "72213");
  CHECK(mulsanne.name == "Mulsanne");
  CHECK(mulsanne.siren == "217202134");
  CHECK(mulsanne.department_code == "72");
  CHECK(mulsanne.department_name == "Sarthe");
  CHECK(mulsanne.region_name == "Pays de la Loire");
  CHECK(mulsanne.epci_siren == "247200132");
  CHECK(mulsanne.epci_name == "CU Le Mans Métropole");
  CHECK(mulsanne.postcodes == std::vector<std::string>{"72230"});
  CHECK(mulsanne.population == 5'244);
}

TEST_CASE("Accents and apostrophes stay as INSEE writes them") {
  CHECK(known("79270").name == "Saint-Maixent-l'École");
}

TEST_CASE("Codes of Corsica are found in capitals and in small letters") {
  CHECK(known("2A004").name == "Ajaccio");
  CHECK(known("2b033").insee == "2B033");
}

TEST_CASE("Postcodes keep their order, the main one first") {
  CHECK(known("2A004").postcodes == std::vector<std::string>{"20000", "20090", "20167"});
}

TEST_CASE("Overseas communes are there with their department") {
  CHECK(known("97411").name == "Saint-Denis");
  CHECK(known("97411").department_name == "La Réunion");
}

TEST_CASE("A commune outside any EPCI has no EPCI, and they are no group together") {
  CHECK(known("29155").name == "Ouessant");
  CHECK(known("29155").epci_siren.empty());
  CHECK(known("29155").epci_name.empty());
  CHECK(french_register().members("").empty());
}

TEST_CASE("An uninhabited territory has neither population nor postcode") {
  CHECK(known("98412").population == 0);
  CHECK(known("98412").postcodes.empty());
}

TEST_CASE("An unknown code says so") {
  const Error error = refused("99999");
  CHECK(error.key == "reference.unknown_commune");
  CHECK(error.arguments.at("insee") == "99999");
  CHECK(refused("").key == "reference.unknown_commune");
  CHECK(refused("72213' OR 1=1").key == "reference.unknown_commune");
}

TEST_CASE("A delegated commune names the commune it belongs to") {
  const Error error = refused("72207");
  CHECK(error.key == "reference.former_commune");
  CHECK(error.arguments.at("name") == "Montigny");
  CHECK(error.arguments.at("current") == "72137");
  CHECK(error.arguments.at("current_name") == "Villeneuve-en-Perseigne");
}

TEST_CASE("An associated commune names the commune it belongs to") {
  CHECK(refused("01120").arguments.at("current") == "01262");
}

TEST_CASE("A code given up in a merger names the commune of today") {
  const Error error = refused("01126");
  CHECK(error.key == "reference.former_code");
  CHECK(error.arguments.at("current") == "01033");
  CHECK(error.arguments.at("current_name") == "Valserhône");
  CHECK(error.arguments.count("name") == 0);
}

TEST_CASE("A delegated commune that kept the code of the new one is that commune") {
  CHECK(known("01015").name == "Arboys en Bugey");
}

TEST_CASE("An arrondissement of Paris is not a commune: Paris is") {
  CHECK(refused("75101").arguments.at("current_name") == "Paris");
  CHECK(known("75056").postcodes.size() == 21);
}

TEST_CASE("An EPCI has its name, its kind and its population") {
  const auto epci = french_register().epci("200072692");
  REQUIRE(epci.has_value());
  CHECK(epci->name == "CC des Vallées de la Braye et de l'Anille");
  CHECK(epci->type == "CC");
  CHECK(epci->population > 10'000);
}

TEST_CASE("Members of an EPCI come by name, whatever the accent") {
  const auto members = french_register().members("200072692");
  REQUIRE(members.size() == 19);
  CHECK(members.front().name == "Berfay");
  CHECK(members.back().name == "Vibraye");
  const auto is_named = [](std::string_view name) {
    return [name](const Commune& commune) { return commune.name == name; };
  };
  const auto ecorpain = std::find_if(members.begin(), members.end(), is_named("Écorpain"));
  const auto lavare = std::find_if(members.begin(), members.end(), is_named("Lavaré"));
  CHECK(ecorpain < lavare);
  CHECK(std::all_of(members.begin(), members.end(),
                    [](const Commune& commune) { return commune.epci_siren == "200072692"; }));
}

TEST_CASE("An unknown EPCI says so and has no member") {
  const auto epci = french_register().epci("123456789");
  REQUIRE_FALSE(epci.has_value());
  CHECK(epci.error().kind == ErrorKind::not_found);
  CHECK(epci.error().key == "reference.unknown_epci");
  CHECK(epci.error().arguments.at("siren") == "123456789");
  CHECK(french_register().members("123456789").empty());
}

TEST_CASE("A search without accents, capitals or hyphens finds the commune") {
  CHECK(names_found("saint maixent l ecole") == std::vector<std::string>{"Saint-Maixent-l'École"});
  CHECK(contains(names_found("ecorp"), "Écorpain"));
}

TEST_CASE("A search understands st and ste") {
  CHECK(contains(names_found("St Maixent"), "Saint-Maixent"));
  CHECK(contains(names_found("ste cerotte"), "Sainte-Cérotte"));
}

TEST_CASE("A search does without the leading article") {
  CHECK(names_found("mans").front() == "Le Mans");
  CHECK(names_found("le mans").front() == "Le Mans");
  CHECK(contains(names_found("ile d yeu"), "L'Île-d'Yeu"));
}

TEST_CASE("A search gives the exact name first, then the most populated") {
  CHECK(names_found("paris", 1) == std::vector<std::string>{"Paris"});
  CHECK(names_found("mar", 1) == std::vector<std::string>{"Marseille"});
  CHECK(codes_found("saint-denis", 2) == std::vector<std::string>{"97411", "93066"});
}

TEST_CASE("A search by postcode finds every commune that shares it") { CHECK(codes_found("79400").size() == 8); }

TEST_CASE("A number that is a code and a postcode finds both, the code first") {
  const auto codes = codes_found("72320");
  CHECK(codes.size() == 14);
  CHECK(codes.front() == "72320");
  CHECK(contains(codes, "72296"));
}

TEST_CASE("A search by INSEE code finds that commune first") {
  CHECK(codes_found("72213").front() == "72213");
  CHECK(codes_found("2a004").front() == "2A004");
}

TEST_CASE("A search never gives more than its limit, and nothing for nothing") {
  CHECK(names_found("saint", 7).size() == 7);
  CHECK(names_found("saint", 0).empty());
  CHECK(names_found("saint", -1).empty());
  CHECK(names_found("").empty());
  CHECK(names_found("  -  ").empty());
  CHECK(names_found("zzzz").empty());
  CHECK(names_found("%").empty());
  CHECK(names_found("_____").empty());
}

TEST_CASE("Several threads may ask at once") {
  std::atomic<int> right = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int j = 0; j < 50; ++j) {
        const auto commune = french_register().commune("72213");
        if (commune && commune->name == "Mulsanne" && french_register().members("200072692").size() == 19) ++right;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(right == 200);
}
