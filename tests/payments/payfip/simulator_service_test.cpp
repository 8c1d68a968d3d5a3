// The simulator's web service: codes and their order, any conforming client, the contract.
#include "tests/payments/payfip/simulator_scenario.hpp"

#include "core/xml/namespaces.hpp"
#include "payments/payfip/simulator/soap_server.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

#include <algorithm>
#include <random>

using namespace clocher;
using namespace clocher::payments::payfip;
using namespace clocher::payments::payfip::simulator;

namespace {

std::string create_code(const std::map<std::string, std::string>& changed) {
  SimulatorScenario scenario;
  return scenario.code_of(Operation::create, good_payment(changed));
}

std::string fault_string(const http::Response& response) {
  const std::size_t begin = response.body.find("<faultcode>");
  return begin == std::string::npos ? "" : response.body.substr(begin + 11, response.body.find("</faultcode>") - begin - 11);
}

}  // namespace

TEST_CASE("each wrong field has the code that PayFiP gives it") {
  const std::tuple<const char*, std::string, const char*> rows[] = {
      {"numcli", "", "T1"},        {"numcli", "6382", "T1"},       {"numcli", "123456", "T2"},  {"numcli", "000004", "T4"},
      {"saisie", "", "S1"},        {"saisie", "A", "S1"},          {"saisie", "t", "S1"},       {"mel", "", "A1"},
      {"mel", "john.doe", "A2"},   {"mel", "a@b.f", "A2"},         {"refdet", "ABCD", "R3"},    {"refdet", "", "R3"},
      {"refdet", "ABC-DEF", "R3"}, {"montant", "", "M1"},          {"montant", "42.50", "M1"},  {"montant", "-4250", "M1"},
      {"montant", "99", "M3"},     {"montant", "10000000", "M5"},  {"montant", "999999999999", "M1"},
      {"urlnotif", "", "N1"},      {"urlnotif", "/n", "N1"},       {"urlredirect", "", "D1"},   {"urlredirect", "javascript:a", "D1"}};
  for (const auto& [field, value, code] : rows) {
    CAPTURE(field, value);
    CHECK(create_code({{field, value}}) == code);
  }
}

TEST_CASE("what PayFiP accepts is accepted") {
  CHECK(create_code({}).empty());
  for (const char* mode : {"T", "X", "W"}) CHECK(create_code({{"saisie", mode}}).empty());
  CHECK(create_code({{"objet", ""}}).empty());
  CHECK(create_code({{"numcli", "090909"}}).empty());
  CHECK(create_code({{"refdet", "ABCDEF"}, {"montant", "100"}}).empty());
}

TEST_CASE("of two faults the first in PayFiP's order is told: the address before the amount") {
  CHECK(create_code({{"mel", "x"}, {"montant", "9990000001"}}) == "A2");
  CHECK(create_code({{"refdet", "ABCD"}, {"mel", "x"}}) == "A2");
  CHECK(create_code({{"refdet", "ABCD"}, {"montant", "1"}}) == "R3");
}

TEST_CASE("the client's label is told, and an unknown client is not") {
  SimulatorScenario scenario;
  const Fields client = scenario.ask(Operation::client, {{"numCli", "006382"}});
  CHECK(value_of(client, "numcli") == "006382");
  CHECK(value_of(client, "libelleN2") == "REGIE DE RECETTES");
  CHECK(scenario.code_of(Operation::client, {{"numCli", "123456"}}) == "T2");
  CHECK(scenario.code_of(Operation::client, {{"numcli", "006382"}}) == "T1");
}

TEST_CASE("only <idOp> names a payment, <idop> does not") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  CHECK(id.size() == 36);
  CHECK(scenario.code_of(Operation::detail, {{"idOp", id}}) == "P5");
  CHECK(scenario.code_of(Operation::detail, {{"idop", id}}) == "P1");
  CHECK(scenario.code_of(Operation::detail, {{"idOp", "x"}}) == "P1");
}

TEST_CASE("fields may come in any order, with any prefixes and any charset spelling") {
  SimulatorScenario scenario;
  Fields reversed = good_payment();
  std::reverse(reversed.begin(), reversed.end());
  CHECK(scenario.code_of(Operation::create, reversed).empty());
  const std::string foreign = "<?xml version='1.0'?><s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header/><s:Body>"
                              "<recupererDetailClient xmlns='" + std::string(service_namespace) +
                              "'><arg0 xmlns=''><numCli>006382</numCli></arg0></recupererDetailClient></s:Body></s:Envelope>";
  for (const char* type : {"text/xml", "text/xml;charset=UTF-8", "Text/XML; charset=\"utf-8\""}) CHECK(scenario.soap(foreign, type).status == 200);
  CHECK(scenario.soap(foreign, "application/soap+xml").status == 415);
  CHECK(scenario.soap(foreign, "").status == 415);
}

TEST_CASE("a field in a namespace is not seen, as on the real server") {
  SimulatorScenario scenario;
  std::string body = write_question(Operation::client, {{"numCli", "006382"}});
  for (const char* tag : {"<numCli>", "</numCli>"}) {
    const std::size_t at = body.find(tag);
    body.insert(body.find("numCli", at), "pai:");
  }
  CHECK(scenario.soap(body).body.find("<code>T1</code>") != std::string::npos);
}

TEST_CASE("what is no call gets a fault without detail") {
  SimulatorScenario scenario;
  CHECK(fault_string(scenario.soap("")) == "S:Client");
  CHECK(fault_string(scenario.soap("<a")) == "S:Client");
  CHECK(fault_string(scenario.soap("<a/>")) == "S:VersionMismatch");
  CHECK(fault_string(scenario.soap("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><x/></s:Body></s:Envelope>")) ==
        "S:Client");
  CHECK(scenario.soap("<a").status == 500);
}

TEST_CASE("answers and faults are the golden files") {
  test::check_golden("payfip/answer_client.xml", write_answer(Operation::client, {{"libelleN1", "COMMUNE & CIE"}, {"numcli", "006382"}}));
  test::check_golden("payfip/fault_functional.xml", write_fault("FonctionnelleErreur", "P5", "Résultat de la transaction non connu."));
  test::check_golden("payfip/fault_technical.xml", write_fault("TechIndisponibiliteErreur", "", "Service en anomalie."));
}

TEST_CASE("the contract is served with the address by which the client came, also without ?wsdl") {
  SimulatorScenario scenario;
  const std::string path(service_path);
  for (const char* query : {"wsdl", "", "WSDL", "wsdl?wsdl"}) {
    const http::Response wsdl = scenario.get(path, query);
    CHECK(wsdl.body.find("<soap:address location=\"http://127.0.0.1:8090/tpa/services/securite\"/>") != std::string::npos);
    CHECK(wsdl.body.find("{{") == std::string::npos);
    CHECK(xml::parse_qualified(wsdl.body));
  }
  for (const char* query : {"xsd=1", "xsd=2", "xsd=3"}) {
    const auto schema = xml::parse_qualified(scenario.get(path, query).body);
    REQUIRE(schema);
    CHECK(schema->name == "{http://www.w3.org/2001/XMLSchema}schema");
  }
}

TEST_CASE("a strange Host is not written into the contract") {
  SimulatorScenario scenario;
  http::Request request;
  request.path = service_path;
  request.headers.set("Host", "a\"><script>");
  CHECK(scenario.simulator.handle(request).body.find("script>") == std::string::npos);
}

TEST_CASE("5,000 damaged calls are answered, never worse") {
  SimulatorScenario scenario;
  const std::string good = write_question(Operation::create, good_payment());
  std::mt19937 random(20261124);
  for (int i = 0; i < 5'000; ++i) {
    std::string body = good;
    for (auto change = random() % 4 + 1; change > 0; --change) body[random() % body.size()] = static_cast<char>(random() % 256);
    const int status = scenario.soap(body).status;
    CHECK((status == 200 || status == 500));
  }
}
