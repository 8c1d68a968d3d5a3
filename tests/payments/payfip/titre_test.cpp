// A bill of the comptable: we lead to the official site, and ask for nothing back.
#include "payments/payfip/titre.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::payfip;

TEST_CASE("a bill leads to the official site with what is to be typed there") {
  const auto link = titre_link({.client_number = "006382", .reference = "2026-CA-00-1"});
  REQUIRE(link);
  CHECK(link->url == "https://www.payfip.gouv.fr");
  CHECK(link->to_type.reference == "2026-CA-00-1");
}

TEST_CASE("references that cannot be printed are refused") {
  CHECK(titre_link({.client_number = "6382", .reference = "A"}).error().fields.at(0).field == "client_number");
  for (const std::string& wrong : {std::string(), std::string("a\nb"), std::string(" a"), std::string(41, 'a'), std::string("\xE9")})
    CHECK(titre_link({.client_number = "006382", .reference = wrong}).error().fields.at(0).field == "reference");
}

TEST_CASE("a commune with its own portal names the bill in the address, and asks for no result") {
  const TitreReferences bill{.client_number = "006382", .reference = "999900000000999999", .amount = Money{1000}, .fiscal_year = 9999};
  const auto url = titre_form_url(bill, "Eau & assainissement", "a+b@example.fr", Mode::test);
  REQUIRE(url);
  CHECK(*url == "https://www.payfip.gouv.fr/tpa/paiement.web?numcli=006382&exer=9999&refdet=999900000000999999"
                "&objet=Eau%20assainissement&montant=1000&mel=a%2Bb%40example.fr&saisie=T");
  CHECK(titre_form_url(bill, "Eau", "a@example.fr", Mode::production)->ends_with("saisie=A"));
  CHECK_FALSE(titre_form_url({.client_number = "006382", .reference = "999900000000999999"}, "Eau", "a@example.fr", Mode::test));
}
