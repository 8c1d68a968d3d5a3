// Sends one scenario and checks its answer.
#include "tests/support/http_scenario.hpp"

#include "tests/support/catch.hpp"

namespace clocher::test {
namespace {

http::Request request_of(const Browser& browser, const Scenario& scenario) {
  http::Request request = browser.request(scenario.method, scenario.target);
  if (!scenario.form.empty()) {
    request.headers.set("Content-Type", "application/x-www-form-urlencoded");
    request.body = urlencoded(scenario.form);
  }
  if (!scenario.json.empty()) {
    request.headers.set("Content-Type", "application/json");
    request.body = scenario.json;
  }
  if (!scenario.host.empty()) request.host = scenario.host;
  for (const auto& [name, value] : scenario.headers) {
    if (value.empty())
      request.headers.remove(name);
    else
      request.headers.set(name, value);
  }
  return request;
}

}  // namespace

void run(Browser& browser, const Scenario& scenario) {
  INFO("scenario: " << scenario.name << " (" << http::to_string(scenario.method) << " " << scenario.target << ")");
  const http::Response& response = browser.send(request_of(browser, scenario));
  const std::string body(response.payload());
  {
    INFO(body);
    CHECK(response.status == scenario.status);
  }
  for (const std::string& text : scenario.contains) CHECK_THAT(body, Catch::Contains(text));
  for (const std::string& text : scenario.lacks) CHECK_THAT(body, !Catch::Contains(text));
  for (const auto& [name, value] : scenario.expected_headers) {
    INFO("header " << name);
    if (value.empty())
      CHECK_FALSE(response.headers.has(name));
    else
      CHECK(response.headers.get(name) == value);
  }
}

void run(Browser& browser, std::span<const Scenario> scenarios) {
  for (const Scenario& scenario : scenarios) run(browser, scenario);
}

}  // namespace clocher::test
