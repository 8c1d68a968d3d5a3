// When a guess has to wait, to the second.
#include "core/security/rate_limit.hpp"

#include "core/security/bounded_map.hpp"
#include "tests/support/catch.hpp"

#include <string>

using namespace clocher;
using namespace clocher::security;

namespace {

constexpr Instant start{1'790'000'000};

// Seconds to wait, 0 when the attempt may go on.
std::int64_t wait_of(AttemptThrottle& throttle, const Attempt& attempt) {
  const auto begun = throttle.begin(attempt);
  if (begun) return 0;
  CHECK(begun.error().kind == ErrorKind::too_many);
  CHECK(begun.error().key == "throttle.wait");
  return std::stoll(begun.error().arguments.at("retry_after"));
}

Attempt login(std::string_view subject, std::string_view address = "192.0.2.1") {
  return {"login", "72213", subject, address};
}

RateLimits only_subject() { return {.per_address = 1'000'000, .per_commune = 1'000'000}; }

}  // namespace

TEST_CASE("five guesses are free, then delays double up to a quarter of an hour", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (int attempt = 0; attempt < 5; ++attempt) CHECK(wait_of(throttle, login("a@a.fr")) == 0);
  for (const std::int64_t delay : {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900}) {
    CHECK(wait_of(throttle, login("a@a.fr")) == delay);
    clock.advance(delay - 1);
    if (delay > 1) CHECK(wait_of(throttle, login("a@a.fr")) == 1);
    clock.advance(1);
    CHECK(wait_of(throttle, login("a@a.fr")) == 0);
  }
}

TEST_CASE("an attempt that was refused makes no delay longer", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (int attempt = 0; attempt < 8; ++attempt) {
    CHECK(wait_of(throttle, login("a@a.fr")) == 0);
    clock.advance(900);
  }
  CHECK(wait_of(throttle, login("a@a.fr")) == 0);
  for (int attempt = 0; attempt < 100; ++attempt) CHECK(wait_of(throttle, login("a@a.fr")) == 16);
  clock.advance(16);
  CHECK(wait_of(throttle, login("a@a.fr")) == 0);
}

TEST_CASE("a success forgets the failures of its subject only", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (int attempt = 0; attempt < 5; ++attempt) {
    CHECK(wait_of(throttle, login("a@a.fr")) == 0);
    CHECK(wait_of(throttle, login("b@b.fr")) == 0);
  }
  throttle.succeeded(login("a@a.fr"));
  CHECK(wait_of(throttle, login("a@a.fr")) == 0);
  CHECK(wait_of(throttle, login("b@b.fr")) == 1);
}

TEST_CASE("failures are forgotten after a quiet day, not before", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (int attempt = 0; attempt < 6; ++attempt) {
    (void)wait_of(throttle, login("a@a.fr"));
    clock.advance(10);
  }
  clock.advance(one_day - 11);
  CHECK(wait_of(throttle, login("a@a.fr")) == 0);  // the delay is over, the failures are not forgotten
  CHECK(wait_of(throttle, login("a@a.fr")) > 1);
  clock.advance(one_day);
  for (int attempt = 0; attempt < 5; ++attempt) CHECK(wait_of(throttle, login("a@a.fr")) == 0);
}

TEST_CASE("the same account in another case is the same account", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (const char* subject : {"a@a.fr", "A@a.fr", " a@A.fr", "a@a.FR ", "a@a.fr"})
    CHECK(wait_of(throttle, login(subject)) == 0);
  CHECK(wait_of(throttle, login("A@A.FR")) == 1);
}

TEST_CASE("the same account in another commune, or another action, is counted apart", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock, only_subject());
  for (int attempt = 0; attempt < 5; ++attempt) (void)wait_of(throttle, login("a@a.fr"));
  CHECK(wait_of(throttle, {"login", "72001", "a@a.fr", "192.0.2.1"}) == 0);
  CHECK(wait_of(throttle, {"suivi", "72213", "a@a.fr", "192.0.2.1"}) == 0);
  CHECK(wait_of(throttle, login("a@a.fr")) == 1);
}

TEST_CASE("an address gets twenty guesses in any minute, whatever it guesses at", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock);
  for (int attempt = 0; attempt < 20; ++attempt) {
    CHECK(wait_of(throttle, login("account" + std::to_string(attempt))) == 0);
    clock.advance(2);
  }
  CHECK(wait_of(throttle, login("one more")) == 20);
  CHECK(wait_of(throttle, login("one more", "192.0.2.2")) == 0);
  clock.advance(20);
  CHECK(wait_of(throttle, login("one more")) == 0);
  CHECK(wait_of(throttle, login("and another")) == 2);
}

TEST_CASE("changing commune does not give an address more guesses", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock);
  std::int64_t waited = 0;
  for (int attempt = 0; attempt < 21; ++attempt)
    waited = wait_of(throttle, {"login", std::to_string(72000 + attempt), "a@a.fr", "192.0.2.1"});
  CHECK(waited == 60);
}

TEST_CASE("an IPv6 client is its whole network, an IPv4 one mapped into IPv6 is itself", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock);
  for (int attempt = 0; attempt < 20; ++attempt)
    (void)wait_of(throttle, login(std::to_string(attempt), "2001:db8:1:2::" + std::to_string(attempt)));
  CHECK(wait_of(throttle, login("x", "2001:db8:1:2:ffff::1")) == 60);
  CHECK(wait_of(throttle, login("x", "2001:db8:1:3::1")) == 0);
  for (int attempt = 0; attempt < 20; ++attempt)
    (void)wait_of(throttle, login("m" + std::to_string(attempt), "::ffff:192.0.2.9"));
  CHECK(wait_of(throttle, login("y", "::ffff:192.0.2.10")) == 0);
}

TEST_CASE("a commune gets three hundred guesses in any minute", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock);
  for (int attempt = 0; attempt < 300; ++attempt) {
    const std::string number = std::to_string(attempt);
    CHECK(wait_of(throttle,
                  login(number, "10.0." + std::to_string(attempt / 200) + '.' + std::to_string(attempt % 200))) == 0);
  }
  CHECK(wait_of(throttle, login("x", "10.1.0.1")) == 60);
  CHECK(wait_of(throttle, {"login", "72001", "x", "10.1.0.1"}) == 0);
}

TEST_CASE("whoever floods from one address makes no other account wait", "[throttle]") {
  ManualClock clock(start);
  AttemptThrottle throttle(clock);
  for (int attempt = 0; attempt < 1000; ++attempt) (void)wait_of(throttle, login("someone" + std::to_string(attempt)));
  CHECK(wait_of(throttle, login("victim", "192.0.2.2")) == 0);
}

TEST_CASE("a bounded map forgets the least recently used key", "[throttle]") {
  BoundedMap<int> map(3);
  map.touch("a") = 1;
  map.touch("b") = 2;
  map.touch("c") = 3;
  CHECK(map.touch("a") == 1);
  map.touch("d") = 4;
  CHECK(map.size() == 3);
  CHECK(map.touch("a") == 1);
  CHECK(map.touch("b") == 0);
  map.forget("b");
  map.forget("unknown");
  CHECK(map.size() == 2);
}
