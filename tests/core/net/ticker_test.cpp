// The job that comes back.
#include "core/net/ticker.hpp"
#include "tests/support/catch.hpp"

#include <atomic>
#include <latch>
#include <semaphore>
#include <stdexcept>
#include <string>

namespace clocher::tests {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;

TEST_CASE("the work runs at once and again after each period", "[net]") {
  std::counting_semaphore<> ran(0);
  const net::Ticker ticker(milliseconds(1), [&] { ran.release(); });
  for (int i = 0; i < 3; ++i) CHECK(ran.try_acquire_for(hours(1)));
}

TEST_CASE("waking runs the work before its period is over", "[net]") {
  std::counting_semaphore<> ran(0);
  net::Ticker ticker(hours(24), [&] { ran.release(); });
  ran.acquire();
  ticker.wake();
  ran.acquire();
}

TEST_CASE("waking during a run means one more run", "[net]") {
  std::counting_semaphore<> ran(0);
  std::latch reached(1);
  std::latch opened(1);
  std::atomic<int> runs = 0;
  net::Ticker ticker(hours(24), [&] {
    if (++runs == 1) {
      reached.count_down();
      opened.wait();
    }
    ran.release();
  });
  reached.wait();
  ticker.wake();
  ticker.wake();
  opened.count_down();
  ran.acquire();
  ran.acquire();
  ticker.stop();
  CHECK(runs == 2);
}

TEST_CASE("work that throws is reported and runs again", "[net]") {
  std::counting_semaphore<> reported(0);
  std::string text;
  net::Ticker ticker(
      hours(24), [] { throw std::runtime_error("mail server gone"); },
      [&](std::string_view what) {
        text = what;
        reported.release();
      });
  reported.acquire();
  CHECK(text == "mail server gone");
  ticker.wake();
  reported.acquire();
}

TEST_CASE("nothing runs after the stop, which waits for a run that has begun", "[net]") {
  std::latch reached(1);
  std::atomic<bool> ended = false;
  std::atomic<int> runs = 0;
  net::Ticker ticker(milliseconds(1), [&] {
    if (++runs == 1) reached.count_down();
    ended = true;
  });
  reached.wait();
  ticker.stop();
  CHECK(ended);
  const int after_stop = runs;
  ticker.wake();
  ticker.stop();
  CHECK(runs == after_stop);
}

}  // namespace
}  // namespace clocher::tests
