// The proof of continuous publication: daily, append-only, honest about what it did not see.
#include "tenants/site/act_check.hpp"

#include "core/base/durable_file.hpp"
#include "core/db/sqlite.hpp"
#include "tenants/dossiers/draft.hpp"
#include "tests/tenants/site/act_world.hpp"

#include <filesystem>

using namespace clocher;
using namespace clocher::tenants;
using namespace clocher::test;

namespace {

struct Watch : ActWorld {
  Act act = deliberation();

  std::int64_t next_day() {
    world.clock.advance(one_day);
    return check_acts(tenant, now());
  }
  [[nodiscard]] ActProof proof() {
    return tenant.read([&](db::ReadTx& tx) { return prove_publication(tx, *find_act(tx, act.id), now()); });
  }
  [[nodiscard]] std::int64_t rounds() {
    return tenant.read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM act_check"); });
  }
};

}  // namespace

TEST_CASE("a day has one check, however often it is asked for") {
  Watch watch;
  watch.world.clock.advance(one_hour);
  CHECK(check_acts(watch.tenant, watch.now()) == 0);
  CHECK(check_acts(watch.tenant, watch.now() + one_hour) == 0);
  CHECK(watch.rounds() == 1);
  CHECK(watch.next_day() == 0);
  CHECK(watch.rounds() == 2);
}

TEST_CASE("an act that was there every day is proved without gap") {
  Watch watch;
  for (int i = 0; i < 10; ++i) CHECK(watch.next_day() == 0);
  const ActProof proof = watch.proof();
  CHECK(proof.checks == 10);
  CHECK(proof.is_continuous());
  CHECK(proof.is_still_online);
}

TEST_CASE("days without a check are shown as a gap") {
  Watch watch;
  CHECK(watch.next_day() == 0);
  watch.world.clock.advance(3 * one_day);
  CHECK(watch.next_day() == 0);
  const ActProof proof = watch.proof();
  REQUIRE(proof.gaps.size() == 1);
  CHECK(to_iso(proof.gaps[0].first) == "2026-11-26");
  CHECK(to_iso(proof.gaps[0].last) == "2026-11-28");
  CHECK_FALSE(proof.is_continuous());
}

TEST_CASE("a missing file and an altered one are found and written down") {
  Watch watch;
  std::filesystem::remove(watch.file_path(watch.act));
  CHECK(watch.next_day() == 1);
  write_durably(watch.file_path(watch.act), "%PDF autre");
  CHECK(watch.next_day() == 1);
  const ActProof proof = watch.proof();
  REQUIRE(proof.faults.size() == 2);
  CHECK(proof.faults[0].fault == ActFault::missing);
  CHECK(proof.faults[1].fault == ActFault::altered);
  CHECK_FALSE(proof.is_continuous());
}

TEST_CASE("a clock that jumps back writes no check, one that jumps ahead leaves a gap") {
  Watch watch;
  CHECK(watch.next_day() == 0);
  CHECK(check_acts(watch.tenant, watch.now() - 2 * one_day) == 0);
  CHECK(watch.rounds() == 1);
  watch.world.clock.advance(90 * one_day);
  CHECK(check_acts(watch.tenant, watch.now()) == 0);
  CHECK(watch.proof().gaps.size() == 1);
}

TEST_CASE("checks cannot be changed, removed or put in between") {
  Watch watch;
  CHECK(watch.next_day() == 0);
  const auto refuses = [&](db::Sql sql) {
    CHECK_THROWS_AS(watch.tenant.write([&](db::Tx& tx) { tx.run(sql); }), db::ConstraintViolation);
  };
  refuses("UPDATE act_check SET at = at - 1");
  refuses("DELETE FROM act_check");
  refuses("INSERT INTO act_check (id, at, act_count, digest, chain) VALUES (2, 1, 1, '', '')");
  refuses("INSERT OR REPLACE INTO act_check (id, at, act_count, digest, chain) VALUES (1, 9999999999, 1, '', '')");
}

TEST_CASE("a row taken out behind the triggers breaks the chain") {
  Watch watch;
  for (int i = 0; i < 3; ++i) CHECK(watch.next_day() == 0);
  CHECK(watch.proof().chain_is_whole);
  watch.tenant.write([](db::Tx& tx) {
    tx.run("DROP TRIGGER act_check_stays");
    tx.run("DELETE FROM act_check WHERE id = 2");
  });
  CHECK_FALSE(watch.proof().chain_is_whole);
}

TEST_CASE("the sweep of unnamed files leaves those of acts alone") {
  Watch watch;
  std::filesystem::last_write_time(watch.file_path(watch.act),
                                   std::filesystem::file_time_type::clock::now() - std::chrono::hours(24 * 400));
  dossiers::purge_drafts(watch.tenant, SystemClock().now());
  CHECK(watch.tenant.files().get(watch.act.file->sha256));
}
