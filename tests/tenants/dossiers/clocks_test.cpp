// The clocks of stored requests: receipts, suspensions, and what the upkeep decides when nobody did.
#include "tenants/dossiers/clocks.hpp"

#include "tenants/dossiers/inbox.hpp"
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/silence.hpp"
#include "tenants/dossiers/track.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

struct Case {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  Id<dossiers::Dossier> id;

  explicit Case(std::string_view rule, int months = 2) {
    world.clock.advance(-40);  // nothing depends on the seconds
    publish(rule, months);
    id = sent_dossier(*tenant, world.texts(), world.now()).id;
  }
  // The seeded procedure, as one whose silence means something: read here as JSON, published as its next revision.
  void publish(std::string_view rule, int months) {
    tenant->write([&](db::Tx& tx) {
      const auto text = tx.one("SELECT r.definition FROM procedure p JOIN procedure_revision r ON r.procedure_id = p.id "
                               "AND r.number = p.current_revision WHERE p.slug = ?",
                               [](const db::Row& row) { return row.text(0); }, civil_slug)
                            .value();
      json::Object definition = json::parse_trusted(text).as_object();
      definition["silence"] = json::Object{{"rule", std::string(rule)}, {"months", months}, {"text", "Recours."}};
      const std::string changed = json::serialize(definition);
      forms::publish_definition(tx, forms::parse_definition(changed).value(), changed, world.now());
    });
  }
  dossiers::Dossier now() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id).value(); });
  }
  std::int64_t keep() { return dossiers::keep_clocks(*tenant, world.texts(), world.now()); }
  void days(int count) { world.clock.advance(count * one_day); }
  void move(State to) {
    REQUIRE(dossiers::change_state(*tenant, world.texts(), claire, {id, to, "Voici pourquoi."}, world.now()));
  }
  std::string silence_on() { return now().silence_on ? to_iso(*now().silence_on) : ""; }
  std::vector<tenants::OutboxItem> mails() {
    return tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, world.now() + one_day, 50); });
  }
  std::int64_t count(std::string_view verb) {
    std::int64_t found = 0;
    for (const auto& event : tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", id.value}); }))
      found += event.verb == verb ? 1 : 0;
    return found;
  }
};

}  // namespace

TEST_CASE("the day on which silence decides is known from the receipt on") {
  CHECK(Case("rejection").silence_on() == "2027-01-24");
  CHECK(Case("acceptance", 1).silence_on() == "2026-12-24");
  CHECK(Case("none").silence_on().empty());
}

TEST_CASE("the receipt is kept as it was sent, with its digest, whatever becomes of the outbox") {
  Case one("rejection");
  const auto clocks = one.tenant->read([&](db::ReadTx& tx) {
    return dossiers::read_clocks(tx, dossiers::find_dossier(tx, one.id).value(), {}, one.world.now());
  });
  REQUIRE(clocks.receipt);
  CHECK(clocks.receipt->recipient == "eloise.garnier@exemple.fr");
  CHECK(clocks.receipt->sha256.size() == 64);
  CHECK_FALSE(clocks.receipt->sent_at);
  CHECK(to_iso(clocks.acknowledge_by) == "2026-12-08");
  const auto body = one.tenant->read([&](db::ReadTx& tx) {
    return tx.one("SELECT body FROM receipt", [](const db::Row& row) { return row.text(0); }).value();
  });
  CHECK(body == one.mails().front().body);
}

TEST_CASE("a receipt that could not be delivered is owed by the tenth working day, until it leaves") {
  Case one("none");
  one.tenant->write([](db::Tx& tx) { tx.run("UPDATE outbox SET state = 'failed'"); });
  one.keep();
  CHECK(to_iso(one.now().urgent_on.value()) == "2026-12-08");
  one.tenant->write([&](db::Tx& tx) { tx.run("UPDATE outbox SET state = 'sent', sent_at = ?", one.world.now()); });
  one.keep();
  CHECK_FALSE(one.now().urgent_on);
}

TEST_CASE("an ask suspends the refusal by silence, and the answer of the resident ends the suspension") {
  Case one("rejection");
  one.days(7);
  one.move(State::waiting_for_resident);
  CHECK(one.silence_on() == "2027-02-23");  // thirty days more, unless answered
  one.days(10);
  REQUIRE(dossiers::answer(*one.tenant, one.world.texts(), {one.id, "Voici la pièce.", {}}, one.world.now()));
  CHECK(one.silence_on() == "2027-02-03");
}

TEST_CASE("an acceptance by silence does not come while something is missing, and two months after it came") {
  Case one("acceptance");
  one.move(State::waiting_for_resident);
  CHECK(one.silence_on().empty());
  one.days(200);
  CHECK(one.keep() == 0);
  REQUIRE(dossiers::answer(*one.tenant, one.world.texts(), {one.id, "Voici la pièce.", {}}, one.world.now()));
  CHECK(one.silence_on() == "2027-08-12");
}

TEST_CASE("silence decides after the last day of the delay, not on it, once, and both sides are told") {
  Case one("acceptance");
  make_agent(*one.tenant, one.world.now());
  one.days(61);  // 24 January
  CHECK(one.keep() == 0);
  one.days(1);
  const auto before = one.mails().size();
  CHECK(one.keep() == 1);
  CHECK(one.now().state == State::accepted);
  CHECK(one.now().silence == "acceptance");
  CHECK_FALSE(one.now().read_at);
  CHECK(one.count("dossier.silence") == 1);
  CHECK(one.keep() == 0);
  const auto mails = one.mails();
  REQUIRE(mails.size() == before + 2);
  CHECK(mails[before].recipient == "eloise.garnier@exemple.fr");
  CHECK(mails[before].body.find("L. 232-3") != std::string::npos);
  CHECK(mails[before + 1].recipient == agent_email);
  CHECK(mails[before + 1].body.find("Garnier") == std::string::npos);
}

TEST_CASE("a refusal by silence says how to contest it, and the town hall may still take the request up again") {
  Case one("rejection");
  one.days(62);
  CHECK(one.keep() == 1);
  CHECK(one.now().state == State::refused);
  CHECK(one.mails().back().body.find("procureur de la République") != std::string::npos);
  one.move(State::in_progress);
  one.days(400);
  CHECK(one.keep() == 0);  // it has decided once
  CHECK(one.now().state == State::in_progress);
}

TEST_CASE("a decision, a withdrawal or a closed door stops the clock") {
  for (const State to : {State::accepted, State::refused}) {
    Case one("acceptance");
    one.move(to);
    one.days(90);
    CHECK(one.keep() == 0);
    CHECK(one.now().state == to);
  }
  Case withdrawn("acceptance");
  REQUIRE(dossiers::withdraw(*withdrawn.tenant, withdrawn.id, withdrawn.world.now()));
  withdrawn.days(90);
  CHECK(withdrawn.keep() == 0);
}

TEST_CASE("requests from before the clocks get their day at the first upkeep") {
  Case one("rejection");
  one.tenant->write([](db::Tx& tx) { tx.run("UPDATE dossier SET silence_on = NULL"); });
  one.keep();
  CHECK(one.silence_on() == "2027-01-24");
}

TEST_CASE("what the law decides soonest comes first, then what waits longest, then what is over") {
  Case one("rejection", 2);
  one.days(3);
  const auto plain = [&] {
    one.publish("none", 0);
    return sent_dossier(*one.tenant, one.world.texts(), one.world.now()).id;
  }();
  one.days(1);
  one.publish("rejection", 1);
  const auto soonest = sent_dossier(*one.tenant, one.world.texts(), one.world.now()).id;
  const auto ids = [&] {
    return one.tenant->read([](db::ReadTx& tx) { return dossiers::inbox_ids(tx, {}, 10); });
  };
  CHECK(ids() == std::vector{soonest, one.id, plain});
  REQUIRE(dossiers::change_state(*one.tenant, one.world.texts(), claire, {soonest, State::accepted, ""}, one.world.now()));
  CHECK(ids() == std::vector{one.id, plain, soonest});
}

TEST_CASE("late and soon are counted by the day, the last day itself is not late") {
  Case one("rejection");
  const auto waiting = [&] {
    return one.tenant->read([&](db::ReadTx& tx) {
      return dossiers::count_waiting(tx, to_local(one.world.now()).date);
    });
  };
  CHECK(waiting().soon == 0);
  one.days(54);  // 17 January: seven days before
  CHECK(waiting().soon == 1);
  one.days(7);
  CHECK(waiting().late == 0);
  one.days(1);
  CHECK(waiting().late == 1);
  CHECK(waiting().soon == 0);
}
