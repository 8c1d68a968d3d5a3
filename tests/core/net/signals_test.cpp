// The signals that end the service in good order.
#include "core/net/signals.hpp"
#include "tests/support/catch.hpp"

#include <csignal>

namespace clocher::tests {
namespace {

TEST_CASE("SIGTERM and SIGINT are waited for instead of ending the process", "[net]") {
  net::StopSignals signals;
  for (const int number : {SIGTERM, SIGINT}) {
    std::raise(number);
    CHECK(signals.wait() == number);
  }
}

}  // namespace
}  // namespace clocher::tests
