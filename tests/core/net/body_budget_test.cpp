// Who gets how much of the memory for bodies.
#include "core/net/body_budget.hpp"
#include "tests/support/catch.hpp"

#include <array>
#include <numeric>
#include <thread>

namespace clocher::tests {
namespace {

using net::BodyBudget;
using net::BodyShare;

net::Limits limits_of(std::size_t bytes, std::size_t small_body_bytes) {
  net::Limits limits;
  limits.body_bytes_in_flight = bytes;
  limits.small_body_bytes = small_body_bytes;
  return limits;
}

struct Budget {
  BodyBudget budget{limits_of(800, 100)};  // 700 for large bodies
  BodyShare large{budget};
  BodyShare other_large{budget};
  BodyShare small{budget};

  Budget() {
    large.begin(101);
    other_large.begin(1'000);
    small.begin(100);
  }
};

TEST_CASE("all bodies together take no more than the budget", "[net]") {
  Budget test;
  CHECK(test.large.grow_to(400));
  CHECK(test.other_large.grow_to(300));
  CHECK_FALSE(test.large.grow_to(401));
  CHECK_FALSE(test.other_large.grow_to(301));
}

TEST_CASE("large bodies leave an eighth of the budget to small ones", "[net]") {
  Budget test;
  CHECK_FALSE(test.large.grow_to(701));
  CHECK(test.large.grow_to(700));
  CHECK_FALSE(test.other_large.grow_to(1));
  CHECK(test.small.grow_to(100));
}

TEST_CASE("small bodies use the whole budget, and no more", "[net]") {
  Budget test;
  CHECK(test.large.grow_to(700));
  CHECK_FALSE(test.small.grow_to(101));
  CHECK(test.small.grow_to(100));
  BodyShare another(test.budget);
  another.begin(1);
  CHECK_FALSE(another.grow_to(1));
}

TEST_CASE("large bodies get nothing while small ones are beyond their ceiling", "[net]") {
  Budget test;
  CHECK(test.small.grow_to(750));
  CHECK_FALSE(test.large.grow_to(1));
}

TEST_CASE("bytes that a share holds already are not counted twice", "[net]") {
  Budget test;
  CHECK(test.large.grow_to(600));
  CHECK(test.large.grow_to(600));
  CHECK(test.large.grow_to(10));  // and it does not shrink
  CHECK(test.other_large.grow_to(100));
  CHECK_FALSE(test.other_large.grow_to(101));
}

TEST_CASE("a share is given back by hand, by the next body and by its end, each time once", "[net]") {
  Budget test;
  CHECK(test.large.grow_to(700));
  test.large.give_back();
  test.large.give_back();
  CHECK(test.large.grow_to(700));
  test.large.begin(1'000);
  {
    BodyShare passing(test.budget);
    passing.begin(1'000);
    CHECK(passing.grow_to(700));
  }
  CHECK(test.other_large.grow_to(700));
  CHECK_FALSE(test.large.grow_to(1));
}

TEST_CASE("threads that take at the same time get the budget and not a byte more", "[net]") {
  BodyBudget budget(limits_of(100'000, 1));
  std::array<std::size_t, 4> taken{};
  std::array<std::thread, 4> threads;
  for (std::size_t i = 0; i < threads.size(); ++i) {
    threads[i] = std::thread([&budget, &own = taken[i]] {
      while (budget.take(1, budget.ceiling_bytes(1))) ++own;
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(std::accumulate(taken.begin(), taken.end(), std::size_t{0}) == 100'000);
}

}  // namespace
}  // namespace clocher::tests
