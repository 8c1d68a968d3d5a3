// What PayFiP takes, and what is never sent to it.
#include "payments/payfip/fields.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::payfip;

namespace {

PaymentOrder good_order() {
  return {.amount = Money{4250},
          .reference = "2026CANT000118",
          .subject = "Cantine mars 2026, famille n° 118",
          .email = "parent@example.fr",
          .fiscal_year = 2026,
          .number = 1,
          .return_url = "https://mairie.example.fr/paiement/payfip/retour",
          .notify_url = "https://mairie.example.fr/paiement/payfip/notif"};
}

std::string refusal(const PaymentOrder& order, const Account& account = {"006382", Mode::test}) {
  const auto fields = fields_of(account, order);
  return fields ? "" : fields.error();
}

}  // namespace

TEST_CASE("a subject is fitted to what PayFiP shows") {
  CHECK(normalised_subject("18/09/2020  Établissement attestation hors-sol n#1234") ==
        "18092020 Etablissement attestation hors sol n1234");
  CHECK(normalised_subject("Œuvre d’été à l'Île-d’Yeu") == "Oeuvre d ete a l Ile d Yeu");
  CHECK(normalised_subject("  a \t\n b  ") == "a b");
  CHECK(normalised_subject("« 12,50 € »…") == "1250");
  CHECK(normalised_subject("水 <b>&amp;</b>") == "bampb");
  CHECK(normalised_subject("") == "");
}

TEST_CASE("a capital keeps its size under its accent") {
  CHECK(normalised_subject("ÀÉÎÔÛÇÑŸŽĆĹ àéîôûçñÿžćĺ") == "AEIOUCNYZCL aeioucnyzcl");
}

TEST_CASE("a subject stays under 100 characters and ends in none cut from the middle") {
  CHECK(normalised_subject(std::string(300, 'x')).size() == 99);
  CHECK(normalised_subject(std::string(98, 'x') + " yy") == std::string(98, 'x'));
  CHECK(normalised_subject("a\xE9\xFF" "b") == "ab");
}

TEST_CASE("a good order becomes the nine fields in the order of the XSD") {
  const auto fields = fields_of({"006382", Mode::test}, good_order());
  REQUIRE(fields);
  const Fields expected = {{"exer", "2026"},
                           {"mel", "parent@example.fr"},
                           {"montant", "4250"},
                           {"numcli", "006382"},
                           {"objet", "Cantine mars 2026 famille n 118"},
                           {"refdet", "2026CANT000118"},
                           {"saisie", "T"},
                           {"urlnotif", "https://mairie.example.fr/paiement/payfip/notif"},
                           {"urlredirect", "https://mairie.example.fr/paiement/payfip/retour"}};
  CHECK(*fields == expected);
}

TEST_CASE("the modes have PayFiP's letters") {
  CHECK(letter_of(Mode::test) == "T");
  CHECK(letter_of(Mode::activation) == "X");
  CHECK(letter_of(Mode::production) == "W");
}

TEST_CASE("an empty subject is left out") {
  PaymentOrder order = good_order();
  order.subject = "!!!";
  const auto fields = fields_of({"006382", Mode::test}, order);
  REQUIRE(fields);
  CHECK(fields->size() == 8);
  CHECK(value_of(*fields, "objet").empty());
}

TEST_CASE("an amount is one euro at least and 99 999,99 euros at most") {
  PaymentOrder order = good_order();
  for (const std::int64_t right : {100, 101, 9'999'999}) {
    order.amount = Money{right};
    CHECK(refusal(order).empty());
  }
  for (const std::int64_t small : {99, 0, -100}) {
    order.amount = Money{small};
    CHECK(refusal(order) == "M3");
  }
  order.amount = Money{10'000'000};
  CHECK(refusal(order) == "M5");
}

TEST_CASE("a reference has 6 to 30 letters and digits, and nothing else") {
  PaymentOrder order = good_order();
  for (const std::string& right : {std::string("ABCDEF"), std::string(30, '9'), std::string("a1B2c3")}) {
    order.reference = right;
    CHECK(refusal(order).empty());
  }
  for (const std::string& wrong : {std::string("ABCD"), std::string(31, 'A'), std::string("ABC-DEF"), std::string("ABCDÉF"),
                                   std::string(), std::string("ABC DEF"), std::string("ABCDEF\n")}) {
    order.reference = wrong;
    CHECK(refusal(order) == "R3");
  }
}

TEST_CASE("an e-mail address is there and holds an @") {
  PaymentOrder order = good_order();
  order.email = "";
  CHECK(refusal(order) == "A1");
  for (const std::string& wrong : {std::string("john.doe"), std::string("a@b.f"), std::string(80, 'a') + "@", std::string("a@b\r\nc.fr")}) {
    order.email = wrong;
    CHECK(refusal(order) == "A2");
  }
}

TEST_CASE("both addresses are http(s) and short enough") {
  PaymentOrder order = good_order();
  order.notify_url = "ftp://a.fr/";
  CHECK(refusal(order) == "N1");
  order.notify_url = "https://a.fr/" + std::string(240, 'a');
  CHECK(refusal(order) == "N1");
  order = good_order();
  order.return_url = "javascript:alert(1)";
  CHECK(refusal(order) == "D1");
  order.return_url = "https://a.fr/é";
  CHECK(refusal(order) == "D1");
}

TEST_CASE("a client number has six digits") {
  for (const char* wrong : {"", "6382", "0063822", "00638A", " 06382"}) CHECK(refusal(good_order(), {wrong, Mode::test}) == "T1");
}
