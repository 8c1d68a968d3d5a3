// What goes over the wire, against files that a person can read, and answers of every kind.
#include "payments/payfip/soap.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <random>

using namespace clocher;
using namespace clocher::payments::payfip;
using clocher::test::check_golden;

namespace {

const std::string service(service_namespace);

std::string envelope(const std::string& body) {
  return "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + body + "</S:Body></S:Envelope>";
}

std::string answer(const std::string& operation, const std::string& content) {
  return envelope("<ns2:" + operation + "Response xmlns:ns2=\"" + service + "\">" + content + "</ns2:" + operation + "Response>");
}

std::string fault(const std::string& type, const std::string& children) {
  return envelope("<S:Fault><faultcode>S:Server</faultcode><faultstring>a.b.Erreur</faultstring><detail><ns2:" + type +
                  " xmlns:ns2=\"" + service + "\">" + children + "</ns2:" + type + "></detail></S:Fault>");
}

Fault read_fault(const std::string& body) {
  const auto read = read_answer(Operation::detail, body);
  REQUIRE(read);
  REQUIRE(std::holds_alternative<Fault>(*read));
  return std::get<Fault>(*read);
}

std::string refusal(const std::string& body, Operation operation = Operation::create) {
  const auto read = read_answer(operation, body);
  return read ? "" : read.error().key;
}

}  // namespace

TEST_CASE("the three questions are the golden files") {
  check_golden("payfip/creerPaiementSecurise.xml",
               write_question(Operation::create, {{"exer", "2026"},
                                                  {"mel", "parent@example.fr"},
                                                  {"montant", "4250"},
                                                  {"numcli", "006382"},
                                                  {"objet", "Cantine mars 2026 famille 118"},
                                                  {"refdet", "2026CANT000118"},
                                                  {"saisie", "T"},
                                                  {"urlnotif", "https://mairie.example.fr/paiement/payfip/notif?a=1&b=2"},
                                                  {"urlredirect", "https://mairie.example.fr/paiement/payfip/retour"}}));
  check_golden("payfip/recupererDetailPaiementSecurise.xml",
               write_question(Operation::detail, {{"idOp", "7f1c0a52-2b5e-11f1-9d3c-0213ad91a103"}}));
  check_golden("payfip/recupererDetailClient.xml", write_question(Operation::client, {{"numCli", "006382"}}));
}

TEST_CASE("an answer gives its fields, whatever the prefixes and the order") {
  const auto read = read_answer(Operation::create, answer("creerPaiementSecurise", "<return><idOp> cc0cb210 </idOp></return>"));
  REQUIRE(read);
  CHECK(std::get<Fields>(*read) == Fields{{"idOp", "cc0cb210"}});
  const std::string other = "<?xml version='1.0' encoding='UTF-8'?><e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'>"
                            "<e:Header/><e:Body><recupererDetailClientResponse xmlns='" + service +
                            "'><return xmlns=''><numcli>006382</numcli><libelleN1>Été</libelleN1></return>"
                            "</recupererDetailClientResponse></e:Body></e:Envelope>";
  const auto client = read_answer(Operation::client, other);
  REQUIRE(client);
  CHECK(value_of(std::get<Fields>(*client), "libelleN1") == "Été");
}

TEST_CASE("a field in a namespace is not the field") {
  const auto read = read_answer(Operation::create,
                                answer("creerPaiementSecurise", "<return><ns2:idOp>cc0cb210</ns2:idOp></return>"));
  REQUIRE(read);
  CHECK(value_of(std::get<Fields>(*read), "idOp").empty());
}

TEST_CASE("an answer without a return is an answer without fields") {
  const auto read = read_answer(Operation::create, answer("creerPaiementSecurise", ""));
  REQUIRE(read);
  CHECK(std::get<Fields>(*read).empty());
}

TEST_CASE("a fault gives its type, code and words") {
  const Fault read = read_fault(fault("FonctionnelleErreur", "<code>P5</code><descriptif>Résultat non connu.</descriptif>"
                                                             "<libelle>autre</libelle><severite>2</severite>"));
  CHECK(read.type == "FonctionnelleErreur");
  CHECK(read.code == "P5");
  CHECK(read.said == "Résultat non connu.");
}

TEST_CASE("a fault without words of its own says its faultstring") {
  CHECK(read_fault(fault("TechIndisponibiliteErreur", "<severite>3</severite>")).said == "a.b.Erreur");
  CHECK(read_fault(fault("FonctionnelleErreur", "<libelle>l</libelle>")).said == "l");
  const Fault bare = read_fault(envelope("<S:Fault><faultcode>S:Client</faultcode><faultstring>non</faultstring></S:Fault>"));
  CHECK(bare.type.empty());
  CHECK(bare.said == "non");
}

TEST_CASE("a fault's detail in another namespace is not PayFiP's") {
  const Fault read = read_fault(envelope("<S:Fault><faultstring>x</faultstring><detail><FonctionnelleErreur><code>P5</code>"
                                         "</FonctionnelleErreur></detail></S:Fault>"));
  CHECK(read.type.empty());
  CHECK(read.code.empty());
}

TEST_CASE("a stranger's words are one line of bounded length") {
  const Fault read = read_fault(fault("FonctionnelleErreur", "<code>X\n9</code><descriptif>" + std::string(499, 'a') + "éé\nb</descriptif>"));
  CHECK(read.code == "X 9");
  CHECK(read.said == std::string(499, 'a'));
}

TEST_CASE("what is no answer to the question is refused") {
  CHECK(refusal(answer("recupererDetailClient", "<return/>")) == "soap.unexpected");
  CHECK(refusal("<html><body>Maintenance</body></html>") == "soap.unexpected");
  CHECK(refusal("<e:Envelope xmlns:e='http://www.w3.org/2003/05/soap-envelope'><e:Body/></e:Envelope>") == "soap.unexpected");
  CHECK(refusal(envelope("<creerPaiementSecuriseResponse><return><idOp>x</idOp></return></creerPaiementSecuriseResponse>")) ==
        "soap.unexpected");
  CHECK(refusal("") == "xml.unreadable");
}

TEST_CASE("an answer that is cut short, no UTF-8, or too large is refused") {
  const std::string whole = answer("creerPaiementSecurise", "<return><idOp>cc0cb210</idOp></return>");
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(refusal(whole.substr(0, size)).empty());
  CHECK(refusal(answer("creerPaiementSecurise", "<return><idOp>\xE9</idOp></return>")) == "xml.encoding");
  CHECK(refusal(answer("creerPaiementSecurise", std::string(70'000, ' '))) == "xml.too_large");
  CHECK(refusal("<!DOCTYPE a [<!ENTITY b \"c\">]>" + whole) == "xml.doctype");
}

TEST_CASE("10,000 damaged answers are read or refused, never worse") {
  const std::string whole = fault("FonctionnelleErreur", "<code>P5</code><descriptif>x</descriptif>");
  std::mt19937 random(20261124);
  for (int i = 0; i < 10'000; ++i) {
    std::string damaged = whole;
    for (auto change = random() % 4 + 1; change > 0; --change) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
    static_cast<void>(read_answer(Operation::detail, damaged));
  }
  SUCCEED();
}
