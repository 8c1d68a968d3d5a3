// Builds requests and looks into pages.
#include "tests/payments/payfip/simulator_scenario.hpp"

#include "core/base/text.hpp"
#include "tests/support/catch.hpp"

namespace clocher::payments::payfip::simulator {
namespace {

std::string between(const std::string& text, const std::string& before, const std::string& after) {
  const std::size_t begin = text.find(before);
  if (begin == std::string::npos) return {};
  const std::size_t end = text.find(after, begin + before.size());
  return text.substr(begin + before.size(), end - begin - before.size());
}

http::Request request_to(http::Method method, const std::string& path) {
  http::Request request;
  request.method = method;
  request.path = path;
  request.headers.set("Host", "127.0.0.1:8090");
  return request;
}

}  // namespace

http::Response SimulatorScenario::get(const std::string& path, const std::string& query) {
  http::Request request = request_to(http::Method::get, path);
  request.query = query;
  return simulator.handle(request);
}

http::Response SimulatorScenario::post(const std::string& path, const std::map<std::string, std::string>& fields) {
  http::Request request = request_to(http::Method::post, path);
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  for (const auto& [name, value] : fields) request.body += (request.body.empty() ? "" : "&") + name + "=" + percent_encode(value);
  return simulator.handle(request);
}

http::Response SimulatorScenario::soap(const std::string& body, const std::string& content_type) {
  http::Request request = request_to(http::Method::post, std::string(service_path));
  request.headers.set("Content-Type", content_type);
  request.body = body;
  return simulator.handle(request);
}

std::string SimulatorScenario::code_of(Operation operation, const Fields& fields) {
  const http::Response response = soap(write_question(operation, fields));
  const auto answer = read_answer(operation, response.body);
  REQUIRE(answer);
  const auto* fault = std::get_if<Fault>(&*answer);
  CHECK(response.status == (fault == nullptr ? 200 : 500));
  return fault == nullptr ? "" : fault->code;
}

Fields SimulatorScenario::ask(Operation operation, const Fields& fields) {
  const auto answer = read_answer(operation, soap(write_question(operation, fields)).body);
  REQUIRE(answer);
  REQUIRE(std::holds_alternative<Fields>(*answer));
  return std::get<Fields>(*answer);
}

std::string SimulatorScenario::create() { return std::string(value_of(ask(Operation::create, good_payment()), "idOp")); }

std::string SimulatorScenario::open(const std::string& id) {
  const http::Response page = get(std::string(page_path), "idop=" + id);
  refusal = between(page.body, "Code\u00a0: ", ".");
  return between(page.body, "name=\"cle\" value=\"", "\"");
}

http::Response SimulatorScenario::choose(const std::string& id, const std::string& key, const std::string& choice) {
  http::Response page = post(std::string(page_path), {{"idop", id}, {"cle", key}, {"choix", choice}});
  refusal = between(page.body, "Code\u00a0: ", ".");
  return page;
}

json::Object SimulatorScenario::state() { return json::parse_trusted(get("/__sim/").body).as_object(); }

Fields good_payment(const std::map<std::string, std::string>& changed) {
  std::map<std::string, std::string> fields = {{"exer", "2026"},
                                               {"mel", "parent@example.fr"},
                                               {"montant", "4250"},
                                               {"numcli", "006382"},
                                               {"objet", "Cantine mars 2026"},
                                               {"refdet", "2026CANT000118"},
                                               {"saisie", "T"},
                                               {"urlnotif", "http://127.0.0.1:9/n"},
                                               {"urlredirect", "http://127.0.0.1:9/r?a=1#b"}};
  Fields kept;
  for (const auto& [name, value] : changed) fields[name] = value;
  for (const auto& [name, value] : fields) {
    if (!value.empty()) kept.emplace_back(name, value);
  }
  return kept;
}

}  // namespace clocher::payments::payfip::simulator
