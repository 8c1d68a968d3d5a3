// The simulator as a program: its arguments, its address, its end, and what it really posts.
#include "payments/payfip/simulator/options.hpp"

#include "core/outbound/http_client.hpp"
#include "payments/payfip/contract.hpp"
#include "tests/core/net/test_server.hpp"
#include "tests/payments/payfip/simulator_process.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <fstream>

using namespace clocher;
using namespace clocher::payments::payfip;

namespace {

std::string question_from(const std::string& place) {
  return "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><p:creerPaiementSecurise xmlns:p='" +
         std::string(service_namespace) +
         "'><arg0><numcli>006382</numcli><saisie>T</saisie><mel>a@example.fr</mel><refdet>ABCDEF</refdet><montant>100</montant>"
         "<urlnotif>" + place + "/n</urlnotif><urlredirect>" + place + "/r</urlredirect></arg0></p:creerPaiementSecurise></e:Body>"
         "</e:Envelope>";
}

}  // namespace

TEST_CASE("the program tells its address, also in a file, and ends when told to") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/address";
  SimulatorProcess simulator({"--address-file", path, "--client", "123456=ASSY"});
  CHECK(simulator.endpoint().starts_with("http://127.0.0.1:"));
  CHECK(simulator.endpoint().ends_with("/tpa/services/securite?wsdl"));
  std::string written;
  std::getline(std::ifstream(path), written);
  CHECK(written == simulator.endpoint());
  CHECK(fetch(simulator.endpoint()).find("PaiementSecuriseServicePort") != std::string::npos);
  CHECK(simulator.stop() == 0);
}

TEST_CASE("a call that is told to time out does not hold up the end") {
  SimulatorProcess simulator;
  simulator.post("/__sim/fault", {{"fault", "timeout"}, {"seconds", "600"}});
  const outbound::HttpCall call{.url = simulator.endpoint(), .headers = {{"Content-Type", "text/xml"}}, .body = question_from("http://127.0.0.1:9")};
  CHECK(outbound::http_post(call, {.timeout = std::chrono::milliseconds(300)}).error().key == "http.timed_out");
  CHECK(simulator.stop() == 0);
}

TEST_CASE("a notification reaches the commune's site as PayFiP sends it") {
  tests::TestServer site;
  tests::Gate gate;
  site.handler.answer = [&](const http::Request&) {
    gate.reached.count_down();
    return http::plain_text(200, "");
  };
  site.start();
  SimulatorProcess simulator;
  const std::string place = "http://127.0.0.1:" + std::to_string(site.server->port());
  const auto answer = outbound::http_post({.url = simulator.endpoint(), .headers = {{"Content-Type", "text/xml"}}, .body = question_from(place)});
  REQUIRE(answer);
  const std::size_t begin = answer->body.find("<idOp>") + 6;
  const std::string id = answer->body.substr(begin, 36);
  simulator.pay(simulator.origin() + "/tpa/paiementws.web?idop=" + id, "cb");
  gate.reached.wait();
  const http::Request heard = site.handler.seen().at(0);
  CHECK(heard.method == http::Method::post);
  CHECK(heard.path == "/n");
  CHECK(heard.headers.get("Content-Type") == "application/x-www-form-urlencoded");
  CHECK(heard.body == "idop=" + id);
}

TEST_CASE("arguments are read strictly") {
  using simulator::parse_options;
  const auto options = parse_options({"--port", "8090", "--listen", "::1", "--client", "123456", "--ends-with-parent"});
  REQUIRE(options);
  CHECK(options->port == 8090);
  CHECK(options->clients.at(0).second == "COMMUNE 123456");
  CHECK(options->ends_with_parent);
  CHECK_FALSE(parse_options({"--port"}));
  CHECK_FALSE(parse_options({"--port", "65536"}));
  CHECK_FALSE(parse_options({"--client", "12345"}));
  CHECK_FALSE(parse_options({"--listen", "example.fr"}));
  CHECK_FALSE(parse_options({"--unknown", "x"}));
}
