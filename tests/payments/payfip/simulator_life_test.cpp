// The life of a payment in the simulator: its page, its time, its notifications, its purge.
#include "tests/payments/payfip/simulator_scenario.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/golden.hpp"

using namespace clocher;
using namespace clocher::payments::payfip;
using namespace clocher::payments::payfip::simulator;

namespace {

std::string result_of(SimulatorScenario& scenario, const std::string& id) {
  return std::string(value_of(scenario.ask(Operation::detail, {{"idOp", id}}), "resultrans"));
}

std::string unread(SimulatorScenario& scenario, const std::string& id) { return scenario.code_of(Operation::detail, {{"idOp", id}}); }

}  // namespace

TEST_CASE("each button leads to its result") {
  for (const auto& [choice, result] : {std::pair{"cb", "P"}, {"prelevement", "V"}, {"refuser_cb", "R"}, {"refuser_prelevement", "Z"}, {"abandonner", "A"}}) {
    SimulatorScenario scenario;
    const std::string id = scenario.create();
    CHECK(unread(scenario, id) == "P5");
    CHECK(scenario.choose(id, scenario.open(id), choice).status == 200);
    CHECK(result_of(scenario, id) == result);
  }
}

TEST_CASE("the detail of a payment is whole, in the time of Paris; one that was refused has no authorization") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  const std::string key = scenario.open(id);
  scenario.clock.advance(180);
  static_cast<void>(scenario.choose(id, key, "cb"));
  const Fields detail = scenario.ask(Operation::detail, {{"idOp", id}});
  CHECK(value_of(detail, "dattrans") == "15032026");
  CHECK(value_of(detail, "heurtrans") == "1118");
  CHECK(value_of(detail, "idOp") == id);
  CHECK(value_of(detail, "montant") == "4250");
  CHECK(value_of(detail, "numauto").size() == 6);
  const std::string refused = scenario.create();
  static_cast<void>(scenario.choose(refused, scenario.open(refused), "refuser_cb"));
  CHECK(value_of(scenario.ask(Operation::detail, {{"idOp", refused}}), "numauto").empty());
}

TEST_CASE("closing the page says nothing to anybody") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  CHECK(scenario.choose(id, scenario.open(id), "fermer").status == 200);
  CHECK(unread(scenario, id) == "P5");
  CHECK(scenario.state().at("notifications_waiting") == 0);
}

TEST_CASE("a page opens once, and not after 15 minutes") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  CHECK_FALSE(scenario.open(id).empty());
  CHECK(scenario.open(id).empty());
  CHECK(scenario.refusal == "P3");
  const std::string late = scenario.create();
  const std::string just = scenario.create();
  scenario.clock.advance(15 * 60);
  CHECK_FALSE(scenario.open(just).empty());
  scenario.clock.advance(1);
  CHECK(scenario.open(late).empty());
  CHECK(scenario.refusal == "P4");
  CHECK(scenario.open("unknown").empty());
  CHECK(scenario.refusal == "P1");
}

TEST_CASE("a look at the head does not use the page up") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  http::Request head;
  head.method = http::Method::head;
  head.path = page_path;
  head.query = "idop=" + id;
  static_cast<void>(scenario.simulator.handle(head));
  CHECK_FALSE(scenario.open(id).empty());
}

TEST_CASE("only the browser that opened the page may choose, once, in time") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  const std::string key = scenario.open(id);
  static_cast<void>(scenario.choose(id, "", "cb"));
  static_cast<void>(scenario.choose(id, "x", "cb"));
  CHECK(unread(scenario, id) == "P5");
  static_cast<void>(scenario.choose(id, key, "cb"));
  static_cast<void>(scenario.choose(id, key, "refuser_cb"));
  CHECK(scenario.refusal == "P3");
  CHECK(result_of(scenario, id) == "P");
  const std::string slow = scenario.create();
  const std::string slow_key = scenario.open(slow);
  scenario.clock.advance(15 * 60 + 1);
  static_cast<void>(scenario.choose(slow, slow_key, "cb"));
  CHECK(scenario.refusal == "P4");
}

TEST_CASE("an abandoned payment can still be paid while its page lives") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  const std::string key = scenario.open(id);
  CHECK(scenario.choose(id, key, "abandonner").body.find("Payer quand même") != std::string::npos);
  CHECK(result_of(scenario, id) == "A");
  static_cast<void>(scenario.choose(id, key, "cb"));
  CHECK(result_of(scenario, id) == "P");
}

TEST_CASE("the nightly job forgets what never reached the bank, and keeps the rest for a year") {
  SimulatorScenario scenario;
  const std::string never = scenario.create();
  const std::string paid = scenario.create();
  static_cast<void>(scenario.choose(paid, scenario.open(paid), "cb"));
  scenario.clock.advance(13 * one_hour);  // past midnight in Paris
  CHECK(unread(scenario, never) == "P1");
  CHECK(result_of(scenario, paid) == "P");
  scenario.clock.advance(366 * one_day);
  CHECK(unread(scenario, paid) == "P1");
}

TEST_CASE("the purge can be called for, and spares pages that live") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  CHECK(json::parse_trusted(scenario.post("/__sim/purge", {}).body).at("purged") == 0);
  scenario.clock.advance(16 * 60);
  CHECK(json::parse_trusted(scenario.post("/__sim/purge", {}).body).at("purged") == 1);
  CHECK(unread(scenario, id) == "P1");
}

TEST_CASE("notifications are sent, delayed, lost or doubled, in the spelling wanted") {
  for (const auto& [mode, at_once, later] : {std::tuple{"sent", 1, 1}, {"delayed", 0, 1}, {"lost", 0, 0}, {"doubled", 2, 2}, {"early", 1, 1}}) {
    SimulatorScenario scenario;
    CHECK(scenario.post("/__sim/notifications", {{"mode", mode}, {"seconds", "60"}}).status == 200);
    const std::string id = scenario.create();
    static_cast<void>(scenario.choose(id, scenario.open(id), "cb"));
    scenario.simulator.deliver_due();
    CAPTURE(mode);
    CHECK(scenario.state().at("notifications").as_array().size() == static_cast<std::size_t>(at_once));
    CHECK(unread(scenario, id) == (std::string(mode) == "early" ? "P5" : ""));
    scenario.clock.advance(60);
    scenario.simulator.deliver_due();
    CHECK(scenario.state().at("notifications").as_array().size() == static_cast<std::size_t>(later));
    CHECK(result_of(scenario, id) == "P");
  }
}

TEST_CASE("the way back is a link with idop, or a form") {
  SimulatorScenario scenario;
  const std::string id = scenario.create();
  const std::string page = scenario.choose(id, scenario.open(id), "cb").body;
  CHECK(page.find("href=\"http://127.0.0.1:9/r?a=1&amp;idop=" + id + "#b\"") != std::string::npos);
  static_cast<void>(scenario.post("/__sim/notifications", {{"return", "post"}}));
  const std::string other = scenario.create();
  CHECK(scenario.choose(other, scenario.open(other), "cb").body.find("action=\"http://127.0.0.1:9/r?a=1#b\"") != std::string::npos);
}

TEST_CASE("time can be moved, stopped and released") {
  SimulatorScenario scenario;
  const auto now = [&] { return scenario.state().at("now").as_int64(); };
  static_cast<void>(scenario.post("/__sim/clock", {{"advance", "1200"}}));
  CHECK(now() == scenario_start.seconds + 1200);
  static_cast<void>(scenario.post("/__sim/clock", {{"now", "2000000000"}}));
  scenario.clock.advance(500);
  CHECK(now() == 2'000'000'000);
  static_cast<void>(scenario.post("/__sim/clock", {{"release", ""}}));
  CHECK(now() == scenario_start.seconds + 500);
}

TEST_CASE("the echo can be altered field by field") {
  SimulatorScenario scenario;
  static_cast<void>(scenario.post("/__sim/echo", {{"montant", "1"}, {"exer", "20"}, {"objet", ""}}));
  const std::string id = scenario.create();
  static_cast<void>(scenario.choose(id, scenario.open(id), "cb"));
  const Fields detail = scenario.ask(Operation::detail, {{"idOp", id}});
  CHECK(value_of(detail, "montant") == "1");
  CHECK(value_of(detail, "exer") == "20");
  CHECK(value_of(detail, "objet").empty());
  static_cast<void>(scenario.post("/__sim/echo", {{"clear", ""}}));
  CHECK(value_of(scenario.ask(Operation::detail, {{"idOp", id}}), "montant") == "4250");
}

TEST_CASE("a control with a wrong value changes nothing and says which") {
  SimulatorScenario scenario;
  for (const auto& [path, field] : {std::pair{"fault", "fault"}, {"notifications", "mode"}, {"echo", "x"}, {"clock", "now"}, {"client", "numcli"}}) {
    const http::Response response = scenario.post(std::string("/__sim/") + path, {{field, "wrong"}});
    CHECK(response.status == 422);
    CHECK(json::parse_trusted(response.body).at("field") == field);
  }
  CHECK(scenario.post("/__sim/nothing", {}).status == 404);
  CHECK(scenario.get("/__sim/purge").status == 405);
  CHECK(scenario.code_of(Operation::create, good_payment()).empty());
}

TEST_CASE("a client can be added, and reset forgets payments and orders") {
  SimulatorScenario scenario;
  static_cast<void>(scenario.post("/__sim/client", {{"numcli", "123456"}, {"label", "ASSY"}}));
  CHECK(value_of(scenario.ask(Operation::client, {{"numCli", "123456"}}), "libelleN1") == "ASSY");
  static_cast<void>(scenario.create());
  static_cast<void>(scenario.post("/__sim/fault", {{"fault", "http_502"}}));
  static_cast<void>(scenario.post("/__sim/reset", {}));
  CHECK(scenario.state().at("payments").as_array().empty());
  CHECK(scenario.code_of(Operation::create, good_payment()).empty());
}

TEST_CASE("what a client sends is shown as text, never as a page of its own") {
  SimulatorScenario scenario;
  const Fields hostile = good_payment({{"objet", "<script>alert(1)</script>"}, {"urlredirect", "http://a.fr/\"><script>"}});
  const std::string id(value_of(scenario.ask(Operation::create, hostile), "idOp"));
  const std::string page = scenario.get(std::string(page_path), "idop=" + id).body;
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
  CHECK(scenario.get(std::string(page_path), "idop=%3Cscript%3E").body.find("<script") == std::string::npos);
}

TEST_CASE("the oldest payment is forgotten when the book is full") {
  PaymentBook book(2);
  const std::string first = book.create({}, scenario_start);
  static_cast<void>(book.create({}, scenario_start));
  static_cast<void>(book.create({}, scenario_start));
  CHECK(book.find(first, scenario_start) == nullptr);
  CHECK(book.ids().size() == 2);
}
