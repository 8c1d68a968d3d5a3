// A hundred thousand made-up histories per run: after each step the invariants hold, in the end no cent is missing.
#include "core/base/log.hpp"
#include "tests/payments/money/history.hpp"
#include "tests/payments/money/money_world.hpp"
#include "tests/support/catch.hpp"

#include <cstdlib>

using namespace clocher;
using namespace clocher::test;

namespace {

// CLOCHER_HISTORY_SEED=n plays one history again; CLOCHER_HISTORIES=n another number of them.
std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// A checker of memory makes each ten times slower.
#if defined(__SANITIZE_ADDRESS__)
constexpr std::uint64_t usual_count = 5'000;
#else
constexpr std::uint64_t usual_count = 100'000;
#endif

// A savepoint each, on the real tables with their triggers: nothing is committed, so that no history sees another.
std::string play(db::Tx& tx, std::uint64_t seed, const std::vector<Id<payments::Regie>>& regies, Instant start) {
  tx.run("SAVEPOINT history");
  std::string broken = History(tx, seed, regies, start).run();
  tx.run("ROLLBACK TO history");
  tx.run("RELEASE history");
  return broken;
}

}  // namespace

TEST_CASE("no history of payments loses money or counts it twice") {
  MoneyWorld world;
  const std::vector<Id<payments::Regie>> regies = {world.paying_regie("006382").id, world.paying_regie("090909").id};
  const std::uint64_t first = number_from("CLOCHER_HISTORY_SEED", 1);
  const std::uint64_t count =
      std::getenv("CLOCHER_HISTORY_SEED") != nullptr ? 1 : number_from("CLOCHER_HISTORIES", usual_count);
  log::configure(log::Level::error);
  const auto failed = world.write([&](db::Tx& tx) {
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
      const std::string broken = play(tx, seed, regies, world.now());
      if (!broken.empty()) return "CLOCHER_HISTORY_SEED=" + std::to_string(seed) + ": " + broken;
    }
    return std::string();
  });
  log::configure(log::Level::info);
  INFO(failed);
  CHECK(failed.empty());
}
