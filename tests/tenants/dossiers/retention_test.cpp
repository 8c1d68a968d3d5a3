// What is forgotten, when, and what stays.
#include "tenants/dossiers/retention.hpp"
#include "tests/support/catch.hpp"
#include "tests/tenants/dossiers/work_case.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("a case is forgotten after its retention, a month after the warning, and its journal names nobody") {
  Case one;
  make_agent(*one.tenant, one.world.now());
  REQUIRE(dossiers::reply(*one.tenant, one.world.texts(), claire, one.id, "Bonjour.", one.world.now()));
  REQUIRE(one.move(State::accepted));
  const auto keep = [&] { return dossiers::keep_retention(*one.tenant, one.world.texts(), one.world.now()); };
  one.world.clock.advance(300 * one_day);
  CHECK(keep().warned == 0);
  one.world.clock.advance(100 * one_day);
  CHECK(keep().warned == 1);
  CHECK(one.mails().back().body.find("1 demande") != std::string::npos);
  CHECK(keep().forgotten == 0);
  one.world.clock.advance(31 * one_day);
  CHECK(keep().forgotten == 1);
  CHECK(one.now().applicant_email.empty());
  CHECK(one.now().answers.empty());
  CHECK(one.found("garnier") == 0);
  for (const auto& event : one.tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", one.id.value}); }))
    CHECK(event.actor_name.find("Garnier") == std::string::npos);
  CHECK(one.tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM message"); }) == 0);
  CHECK(keep().forgotten == 0);
}

TEST_CASE("agents keep a case longer, and an open one is never forgotten") {
  Case one;
  const auto keep = [&] { return dossiers::keep_retention(*one.tenant, one.world.texts(), one.world.now()).warned; };
  one.world.clock.advance(900 * one_day);
  CHECK(keep() == 0);
  REQUIRE(one.move(State::accepted));
  REQUIRE(dossiers::keep_until(*one.tenant, claire, one.id, "2035-01-01", one.world.now()));
  one.world.clock.advance(600 * one_day);
  CHECK(keep() == 0);
  CHECK(dossiers::keep_until(*one.tenant, claire, one.id, "2020-01-01", one.world.now()).error().fields.at(0).key ==
        "retention.date");
}

TEST_CASE("what is erased leaves a count and nothing else") {
  Case one;
  REQUIRE(one.move(State::accepted));
  one.tenant->write([&](db::Tx& tx) { dossiers::erase(tx, dossiers::find_dossier(tx, one.id).value()); });
  one.tenant->read([&](db::ReadTx& tx) {
    CHECK_FALSE(dossiers::find_dossier(tx, one.id));
    CHECK(tx.number("SELECT count FROM case_statistic WHERE month = '2026-11' AND outcome = 'accepted'") == 1);
    CHECK(tx.number("SELECT COUNT(*) FROM receipt") == 0);
    CHECK(tx.number("SELECT COUNT(*) FROM case_text") == 0);
  });
}

TEST_CASE("the journal changes for nothing but a resident's name that is forgotten") {
  Case one;
  CHECK_THROWS(one.tenant->write([](db::Tx& tx) { tx.run("UPDATE journal_event SET details = 'x'"); }));
  CHECK_THROWS(one.tenant->write([](db::Tx& tx) { tx.run("UPDATE journal_event SET actor_name = 'Paul'"); }));
}
