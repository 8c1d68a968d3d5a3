// What an agent does with a dossier: read, write, decide.
#include "tenants/dossiers/instruct.hpp"

#include "tenants/dossiers/track.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tenants/journal/outbox.hpp"
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
  Id<dossiers::Dossier> id = sent_dossier(*tenant, world.texts(), world.now()).id;

  Result<dossiers::Dossier> change(State to, std::string_view reason = "Il manque une pièce.") {
    return dossiers::change_state(*tenant, world.texts(), claire, {id, to, reason}, world.now());
  }
  Result<dossiers::Message> reply(std::string_view body) {
    return dossiers::reply(*tenant, world.texts(), claire, id, body, world.now());
  }
  dossiers::Dossier now() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, id).value(); });
  }
  std::size_t messages() {
    return tenant->read([&](db::ReadTx& tx) { return dossiers::messages_of(tx, id).size(); });
  }
  std::int64_t mails() {
    return tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM outbox"); });
  }
};

}  // namespace

TEST_CASE("reading a case marks it read, once, with one line in the journal") {
  Case one;
  REQUIRE(dossiers::mark_read(*one.tenant, claire, one.id, one.world.now()));
  one.world.clock.advance(60);
  REQUIRE(dossiers::mark_read(*one.tenant, claire, one.id, one.world.now()));
  CHECK(one.now().read_at == test_start);
  const auto events = one.tenant->read([&](db::ReadTx& tx) {
    return tenants::events_of(tx, {"dossier", one.id.value});
  });
  CHECK(events.size() == 2);
}

TEST_CASE("marking an unknown case read writes nothing in the journal") {
  Case one;
  CHECK(dossiers::mark_read(*one.tenant, claire, {99}, one.world.now()).error().kind == ErrorKind::not_found);
  CHECK(one.tenant->read([](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", 99}); }).empty());
}

TEST_CASE("a reply is kept as it was written, and the resident is told without its text") {
  Case one;
  REQUIRE(one.reply("  Bonjour,\n\nApportez le livret de famille.  "));
  const auto message = one.tenant->read([&](db::ReadTx& tx) { return dossiers::messages_of(tx, one.id); }).front();
  CHECK(message.body == "Bonjour,\n\nApportez le livret de famille.");
  CHECK(message.author_name == "Claire Morel");
  CHECK_FALSE(message.from_resident);
  const auto notice =
      one.tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, one.world.now(), 10); }).back();
  CHECK(notice.recipient == "eloise.garnier@exemple.fr");
  CHECK(notice.body.find("livret") == std::string::npos);
}

TEST_CASE("an empty or endless message is refused and sends nothing") {
  Case one;
  const auto before = one.mails();
  CHECK(one.reply(" \n\t ").error().fields.at(0).key == "message.required");
  CHECK(one.reply(std::string(5001, 'a')).error().fields.at(0).key == "message.too_long");
  std::string accents;
  for (int i = 0; i < 5000; ++i) accents += "é";
  CHECK(one.reply(accents));
  CHECK(one.messages() == 1);
  CHECK(one.mails() == before + 1);
}

TEST_CASE("a transition that owes a reason is refused without one and changes nothing") {
  Case one;
  const auto refused = one.change(State::refused, "  ");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fields.at(0).field == "reason");
  CHECK(refused.error().fields.at(0).key == "transition.reason_required");
  CHECK(one.now().state == State::submitted);
  CHECK(one.change(State::refused, std::string(2001, 'a')).error().fields.at(0).key == "input.too_long");
  CHECK(one.messages() == 0);
}

TEST_CASE("a reason becomes a message of the agent and part of the mail") {
  Case one;
  REQUIRE(one.change(State::refused, "L’acte n’est pas dans nos registres."));
  CHECK(one.messages() == 1);
  const auto notice =
      one.tenant->read([&](db::ReadTx& tx) { return tenants::due_items(tx, one.world.now(), 10); }).back();
  CHECK(notice.body.find("L’acte n’est pas dans nos registres.") != std::string::npos);
  CHECK(notice.body.find("procureur de la République") != std::string::npos);
}

TEST_CASE("every move that the table forbids an agent is a conflict that changes nothing") {
  for (const State to : {State::submitted, State::closed, State::withdrawn}) {
    Case one;
    const auto refused = one.change(to);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::conflict);
    CHECK(refused.error().key == "transition.not_allowed");
    CHECK(one.now().state == State::submitted);
    CHECK(one.mails() == 1);
  }
}

TEST_CASE("nobody writes to a closed dossier until it is open again") {
  Case one;
  REQUIRE(one.change(State::accepted, ""));
  REQUIRE(one.change(State::closed, ""));
  CHECK(one.reply("Bonjour").error().key == "dossier.final");
  CHECK(dossiers::answer(*one.tenant, one.world.texts(), {one.id, "Bonjour", {}}, one.world.now()).error().key ==
        "dossier.final");
  REQUIRE(one.change(State::in_progress, "Rouverte à votre demande."));
  CHECK(one.reply("Bonjour"));
}

TEST_CASE("what an agent does to an unknown dossier is not found") {
  Case one;
  one.id = {99};
  CHECK(one.reply("Bonjour").error().kind == ErrorKind::not_found);
  CHECK(one.change(State::accepted).error().kind == ErrorKind::not_found);
}

TEST_CASE("the journal says each change of state with who made it") {
  Case one;
  REQUIRE(one.change(State::in_progress, ""));
  REQUIRE(one.change(State::accepted, ""));
  const auto events = one.tenant->read([&](db::ReadTx& tx) {
    return tenants::events_of(tx, {"dossier", one.id.value});
  });
  REQUIRE(events.size() == 3);
  CHECK(events[1].details == "in_progress");
  CHECK(events[2].details == "accepted");
  CHECK(events[2].actor_name == "Claire Morel");
}
