// The simulator driven as a browser and a client would, without sockets.
#pragma once

#include "core/json/json.hpp"
#include "payments/payfip/simulator/simulator.hpp"
#include "payments/payfip/soap.hpp"

#include <map>
#include <string>

namespace clocher::payments::payfip::simulator {

inline constexpr Instant scenario_start{1773569700};  // 2026-03-15T10:15:00Z, 11:15 in Paris

struct SimulatorScenario {
  ManualClock clock{scenario_start};
  Simulator simulator{clock};

  http::Response get(const std::string& path, const std::string& query = {});
  // urlencoded form
  http::Response post(const std::string& path, const std::map<std::string, std::string>& fields);
  http::Response soap(const std::string& body, const std::string& content_type = "text/xml; charset=utf-8");

  // The code of the fault, or "".
  std::string code_of(Operation operation, const Fields& fields);
  // The answer's fields; the test fails on a fault.
  Fields ask(Operation operation, const Fields& fields);

  // A payment that was created; its idOp.
  std::string create();
  // Opens the page; the key of its form, or "" with the page's code in `refusal`.
  std::string open(const std::string& id);
  http::Response choose(const std::string& id, const std::string& key, const std::string& choice);
  json::Object state();

  std::string refusal;
};

// Nine good fields; `changed` replaces some, an empty value leaves one out.
[[nodiscard]] Fields good_payment(const std::map<std::string, std::string>& changed = {});

}  // namespace clocher::payments::payfip::simulator
