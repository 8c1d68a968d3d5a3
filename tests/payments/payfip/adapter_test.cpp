// The adapter against the real simulator over the loopback: each outcome, each fault, each broken answer.
#include "payments/payfip/payfip_gateway.hpp"

#include "core/base/date.hpp"
#include "core/security/crypto.hpp"
#include "tests/core/outbound/smtp_peer.hpp"
#include "tests/payments/payfip/simulator_process.hpp"
#include "tests/support/catch.hpp"

#include <random>

using namespace clocher;
using namespace clocher::payments;
using namespace clocher::payments::payfip;

namespace {

constexpr std::int64_t simulated_now = 1773569700;  // 2026-03-15T10:15:00Z

PaymentOrder order() {
  return {.amount = Money{4250},
          .reference = "2026CANT000118",
          .subject = "Cantine d’été, famille « Müller & fils »",
          .email = "parent@example.fr",
          .fiscal_year = 2026,
          .number = 1,
          .return_url = "http://127.0.0.1:9/retour",
          .notify_url = "http://127.0.0.1:9/notif"};
}

EndpointOptions quick() {
  EndpointOptions options;
  options.http.timeout = std::chrono::milliseconds(300);
  options.breaker.failures_to_open = 1'000;
  return options;
}

// One gateway on one simulator whose time stands still.
struct World {
  SimulatorProcess simulator;
  ManualClock clock{{simulated_now}};
  Endpoint endpoint;
  PayfipGateway gateway;
  const Mode mode;

  explicit World(Mode wanted = Mode::test, EndpointOptions options = {}, const std::string& client = "006382")
      : endpoint(simulator.endpoint(), clock, options), gateway(endpoint, {client, wanted}), mode(wanted) {
    simulator.post("/__sim/clock", {{"now", std::to_string(simulated_now)}});
    simulator.post("/__sim/notifications", {{"mode", "lost"}});
  }

  StartedPayment start() {
    auto started = gateway.start(order(), clock.now());
    REQUIRE(started);
    return std::move(*started);
  }
  Reply<PaymentStatus> ask(const std::string& id, std::int64_t age = 60) {
    return gateway.ask({{id, {simulated_now}, order().amount, order().reference, mode}, "", {simulated_now + age}});
  }
  PaymentStatus paid_with(const std::string& choice, std::int64_t age = 60) {
    const StartedPayment started = start();
    simulator.pay(started.redirection.url, choice);
    const auto status = ask(started.id, age);
    REQUIRE(status);
    return *status;
  }
};

}  // namespace

TEST_CASE("a payment is started, made and known, with its proof") {
  World world;
  const StartedPayment started = world.start();
  CHECK(started.id.size() == 36);
  CHECK(started.redirection.how == Redirection::How::get);
  CHECK(started.redirection.url == world.simulator.origin() + "/tpa/paiementws.web?idop=" + started.id);
  world.simulator.pay(started.redirection.url, "cb");
  const auto status = world.ask(started.id);
  REQUIRE(status);
  CHECK(status->outcome == Outcome::paid);
  CHECK(status->means == "card");
  CHECK(status->amount == Money{4250});
  CHECK(status->is_test);
  CHECK_FALSE(status->is_quarantined());
  CHECK(status->paid_at == Instant{simulated_now});
  CHECK(status->evidence.raw.find("<resultrans>P</resultrans>") != std::string::npos);
  CHECK(status->evidence.sha256 == security::sha256_hex(status->evidence.raw));
}

TEST_CASE("each choice of the payer is heard as what it is, young and old") {
  World world;
  CHECK(world.paid_with("prelevement").means == "direct_debit");
  CHECK(world.paid_with("refuser_cb").outcome == Outcome::refused);
  CHECK(world.paid_with("refuser_prelevement").outcome == Outcome::refused);
  CHECK(world.paid_with("abandonner", 19 * 60).outcome == Outcome::waiting);
  CHECK(world.paid_with("abandonner", 20 * 60).outcome == Outcome::cancelled);
  CHECK(world.paid_with("fermer", 60).outcome == Outcome::waiting);
  CHECK(world.paid_with("fermer", 20 * 60).outcome == Outcome::expired);
}

TEST_CASE("a purged payment is expired, with the fault as its proof") {
  World world;
  const StartedPayment started = world.start();
  world.simulator.post("/__sim/clock", {{"advance", "960"}});
  world.simulator.post("/__sim/purge");
  const auto status = world.ask(started.id, 960);
  REQUIRE(status);
  CHECK(status->outcome == Outcome::expired);
  CHECK(status->result == "P1");
  CHECK(status->evidence.raw.find("IdOp incorrect") != std::string::npos);
}

TEST_CASE("real money is told from a test, in activation and in production") {
  for (const Mode mode : {Mode::activation, Mode::production}) {
    World world(mode);
    const PaymentStatus status = world.paid_with("cb");
    CHECK_FALSE(status.is_test);
    CHECK_FALSE(status.is_quarantined());
  }
}

TEST_CASE("an altered echo is put aside, and the payment still seen") {
  World world(Mode::production);
  const std::tuple<const char*, const char*, Mismatch> rows[] = {{"montant", "4251", Mismatch::amount},
                                                                 {"numcli", "090909", Mismatch::account},
                                                                 {"refdet", "2026CANT000119", Mismatch::reference},
                                                                 {"saisie", "T", Mismatch::mode},
                                                                 {"idOp", "cc0cb210-1cd4-11ea-8cca-0213ad91a103", Mismatch::attempt}};
  for (const auto& [field, value, mismatch] : rows) {
    CAPTURE(field);
    world.simulator.post("/__sim/echo", {{"clear", ""}, {field, value}});
    const PaymentStatus status = world.paid_with("cb");
    CHECK(status.outcome == Outcome::paid);
    CHECK(status.mismatches == std::vector{mismatch});
  }
  world.simulator.post("/__sim/echo", {{"clear", ""}, {"exer", "20"}});
  CHECK_FALSE(world.paid_with("cb").is_quarantined());
  world.simulator.post("/__sim/echo", {{"clear", ""}, {"resultrans", "Q"}});
  CHECK(world.paid_with("cb").outcome == Outcome::unclear);
}

TEST_CASE("every disorder of the service is a fault of its kind, and changes nothing") {
  World world(Mode::test, quick());
  const StartedPayment started = world.start();
  world.simulator.pay(started.redirection.url, "cb");
  const std::tuple<const char*, const char*, FaultKind> rows[] = {
      {"tech_unavailable", "TechIndisponibiliteErreur", FaultKind::transient},
      {"tech_failure", "TechDysfonctionnementErreur", FaultKind::transient},
      {"tech_protocol", "TechProtocolaireErreur", FaultKind::configuration},
      {"http_502", "http_502", FaultKind::transient},
      {"timeout", "timed_out", FaultKind::transient},
      {"truncated", "unreadable", FaultKind::transient},
      {"invalid_utf8", "unreadable", FaultKind::transient}};
  for (const auto& [disorder, code, kind] : rows) {
    CAPTURE(disorder);
    world.simulator.post("/__sim/fault", {{"fault", disorder}, {"calls", "3"}, {"seconds", "2"}});
    const auto status = world.ask(started.id);
    REQUIRE_FALSE(status);
    CHECK(status.error().code == code);
    CHECK(status.error().kind == kind);
    CHECK_FALSE(world.gateway.start(order(), world.clock.now()));
    CHECK_FALSE(world.gateway.test_connection(world.clock.now()));
    const auto again = world.ask(started.id);
    REQUIRE(again);
    CHECK(again->outcome == Outcome::paid);
  }
}

TEST_CASE("a code that nobody has seen is a refusal with its code") {
  World world;
  world.simulator.post("/__sim/fault", {{"fault", "code"}, {"code", "Z42"}});
  const auto started = world.gateway.start(order(), world.clock.now());
  REQUIRE_FALSE(started);
  CHECK(started.error().code == "Z42");
  CHECK(started.error().kind == FaultKind::permanent);
  CHECK(started.error().key == "payfip.fault.other");
}

TEST_CASE("what PayFiP would refuse is refused without asking it") {
  World world;
  PaymentOrder wrong = order();
  wrong.reference = "ABCD";
  const auto started = world.gateway.start(wrong, world.clock.now());
  REQUIRE_FALSE(started);
  CHECK(started.error().code == "R3");
  CHECK(fetch(world.simulator.origin() + "/__sim/").find("\"payments\":[]") != std::string::npos);
}

TEST_CASE("the connection is tested with the régie's own number") {
  World world;
  const auto connection = world.gateway.test_connection(world.clock.now());
  REQUIRE(connection);
  CHECK(connection->proof == Connection::Proof::answered);
  CHECK(connection->label == "COMMUNE DE DEMONSTRATION, REGIE DE RECETTES, CANTINE ET PERISCOLAIRE");
  PayfipGateway unknown(world.endpoint, {"123456", Mode::test});
  CHECK(unknown.test_connection(world.clock.now()).error().code == "T2");
  PayfipGateway closed(world.endpoint, {"000004", Mode::test});
  const auto refused = closed.start(order(), world.clock.now());
  CHECK(refused.error().code == "T4");
  CHECK(refused.error().kind == FaultKind::configuration);
}

TEST_CASE("a gateway that is down is left alone, then tried again") {
  ManualClock clock({simulated_now});
  Endpoint endpoint("http://127.0.0.1:" + std::to_string(outbound::closed_port()) + "/tpa/services/securite", clock, {});
  PayfipGateway gateway(endpoint, {"006382", Mode::test});
  CHECK(gateway.test_connection(clock.now()).error().code == "unreachable");
  CHECK(gateway.test_connection(clock.now()).error().code == "circuit_open");
  clock.advance(10);
  CHECK(gateway.test_connection(clock.now()).error().code == "unreachable");
}

TEST_CASE("silence opens the circuit after three calls, refusals never do") {
  EndpointOptions options = quick();
  options.breaker.failures_to_open = 3;
  World world(Mode::test, options);
  for (int i = 0; i < 5; ++i) CHECK(world.ask("unknown-attempt")->outcome == Outcome::expired);
  CHECK_FALSE(world.endpoint.is_circuit_open());
  world.simulator.post("/__sim/fault", {{"fault", "timeout"}, {"seconds", "1"}});
  for (int i = 0; i < 3; ++i) CHECK(world.ask("unknown-attempt").error().code == "timed_out");
  CHECK(world.ask("unknown-attempt").error().code == "circuit_open");
}

TEST_CASE("the address of the page is derived from the service's, and another scheme is refused") {
  const ManualClock clock({simulated_now});
  const Endpoint official("https://www.payfip.gouv.fr/tpa/services/securite?wsdl", clock);
  CHECK(official.page_of("x") == "https://www.payfip.gouv.fr/tpa/paiementws.web?idop=x");
  const Endpoint elsewhere("https://pay.example.fr/soap", clock);
  CHECK(elsewhere.page_of("x") == "https://pay.example.fr/tpa/paiementws.web?idop=x");
  CHECK_THROWS_AS(Endpoint("ftp://a", clock), std::invalid_argument);
}

TEST_CASE("a notification names its attempt in either spelling, and nothing else of it counts") {
  const ManualClock clock({simulated_now});
  Endpoint endpoint("http://127.0.0.1:9/", clock);
  const PayfipGateway gateway(endpoint, {"006382", Mode::test});
  const std::string id = "7f1c0a52-2b5e-11f1-9d3c-0213ad91a103";
  const auto named = [&](const std::string& query) { return gateway.attempt_named_by(http::parse_query(query)); };
  CHECK(named("idop=" + id) == id);
  CHECK(named("idOp=" + id) == id);
  CHECK(named("resultrans=P&idop=" + id + "&montant=1") == id);
  CHECK(named("idop=" + id + "&idOp=" + id) == id);
  for (const std::string& wrong : {std::string("idop=" + id + "&idOp=another-attempt"), std::string("idop="), std::string("IDOP=" + id),
                                   std::string("idop=a%0ab"), std::string("idop=" + std::string(65, 'a')), std::string()})
    CHECK_FALSE(named(wrong));
}

TEST_CASE("10,000 forged notifications name an attempt in its shape, or none") {
  const ManualClock clock({simulated_now});
  Endpoint endpoint("http://127.0.0.1:9/", clock);
  const PayfipGateway gateway(endpoint, {"006382", Mode::test});
  std::mt19937 random(20261124);
  for (int i = 0; i < 10'000; ++i) {
    std::string body = "idop=7f1c0a52-2b5e-11f1-9d3c-0213ad91a103&idOp=7f1c0a52";
    body.resize(random() % body.size());
    for (auto change = random() % 6; change > 0 && !body.empty(); --change) body[random() % body.size()] = static_cast<char>(random() % 256);
    http::Request request;
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = body;
    const auto form = http::parse_form(request);
    if (!form) continue;
    const auto id = gateway.attempt_named_by(*form);
    if (id) CHECK((is_operation_id(*id) && id->find_first_of("<>&\"'/ ") == std::string::npos));
  }
}
