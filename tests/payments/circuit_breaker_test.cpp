// A partner that is down is left alone, and tried again one call at a time.
#include "payments/circuit_breaker.hpp"

#include "tests/support/catch.hpp"

using namespace clocher;
using namespace clocher::payments;

namespace {

struct World {
  ManualClock clock{{1'000'000}};
  CircuitBreaker breaker{clock, {.failures_to_open = 3, .first_pause_seconds = 10, .longest_pause_seconds = 35}};

  void fail_once() {
    REQUIRE(breaker.allows());
    breaker.report(Health::failed);
  }
};

}  // namespace

TEST_CASE("the circuit opens at the third failure in a row") {
  World world;
  world.fail_once();
  world.fail_once();
  world.breaker.report(Health::answered);
  world.fail_once();
  world.fail_once();
  CHECK(world.breaker.allows());
  world.breaker.report(Health::failed);
  CHECK(world.breaker.is_open());
  CHECK_FALSE(world.breaker.allows());
}

TEST_CASE("a partner without a connection opens it at once") {
  World world;
  REQUIRE(world.breaker.allows());
  world.breaker.report(Health::unreachable);
  CHECK_FALSE(world.breaker.allows());
}

TEST_CASE("after the pause one call is let through, the others wait for its report") {
  World world;
  world.breaker.report(Health::unreachable);
  world.clock.advance(10);
  CHECK(world.breaker.allows());
  CHECK_FALSE(world.breaker.allows());
  world.breaker.report(Health::answered);
  CHECK(world.breaker.allows());
  CHECK(world.breaker.allows());
}

TEST_CASE("pauses double with each failed trial, up to the longest") {
  World world;
  world.breaker.report(Health::unreachable);
  for (const int pause : {10, 20, 35, 35}) {
    world.clock.advance(pause - 1);
    CHECK_FALSE(world.breaker.allows());
    world.clock.advance(1);
    REQUIRE(world.breaker.allows());
    world.breaker.report(Health::failed);
  }
}

TEST_CASE("calls that were under way when it opened do not lengthen the pause") {
  World world;
  for (int i = 0; i < 5; ++i) world.breaker.report(Health::unreachable);
  world.clock.advance(10);
  CHECK(world.breaker.allows());
}

TEST_CASE("a trial that never reports blocks nobody for ever") {
  World world;
  world.breaker.report(Health::unreachable);
  world.clock.advance(10);
  REQUIRE(world.breaker.allows());
  world.clock.advance(10);
  CHECK(world.breaker.allows());
}
