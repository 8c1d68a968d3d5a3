// Scenarios as data: one request, and what its answer must and must not hold.
#pragma once

#include "tests/support/browser.hpp"

#include <span>
#include <string>
#include <vector>

namespace clocher::test {

struct Scenario {
  std::string name;
  http::Method method = http::Method::get;
  std::string target = "/";
  int status = 200;
  std::vector<std::string> contains = {};
  std::vector<std::string> lacks = {};
  Fields form = {};              // sent as a form when not empty
  std::string json = {};         // sent as JSON when not empty
  Fields headers = {};           // of the request; an empty value takes one away
  std::string host = {};         // "" for the browser's own
  Fields expected_headers = {};  // exact; "" for absent
};

// Runs them in order with the cookies of `browser`; every scenario is checked, the failing ones are named.
void run(Browser& browser, std::span<const Scenario> scenarios);
void run(Browser& browser, const Scenario& scenario);

}  // namespace clocher::test
