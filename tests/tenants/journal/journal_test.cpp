// What the law of the file forbids: changing the past.
#include "tenants/journal/event.hpp"

#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;

TEST_CASE("an event of the journal can neither be changed nor deleted") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) { tx.run("UPDATE journal_event SET verb = 'x'"); }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) { tx.run("DELETE FROM journal_event"); }), db::ConstraintViolation);
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) {
    tx.run(
        "INSERT OR REPLACE INTO journal_event (id, at, actor_kind, actor_name, subject, subject_id, verb, details) "
        "VALUES (1, 0, 'system', '', '', 0, 'x', '')");
  }),
                  db::ConstraintViolation);
  const auto events = tenant->read([&](db::ReadTx& tx) { return tenants::events_of(tx, {"dossier", id.value}); });
  REQUIRE(events.size() == 1);
  CHECK(events.front().verb == "dossier.submitted");
}

TEST_CASE("a published revision of a procedure can neither be changed nor deleted") {
  TenantWorld world;
  const auto tenant = world.commune();
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) { tx.run("UPDATE procedure_revision SET title = 'x'"); }),
                  db::ConstraintViolation);
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) { tx.run("DELETE FROM procedure_revision"); }), db::ConstraintViolation);
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) {
    tx.run(
        "INSERT OR REPLACE INTO procedure_revision (procedure_id, number, title, summary, definition, created_at) "
        "VALUES (1, 1, 'x', '', '{}', 0)");
  }),
                  db::ConstraintViolation);
}

TEST_CASE("publishing the same definition again makes no new revision") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto revisions = [&] {
    return tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM procedure_revision"); });
  };
  REQUIRE(revisions() == 22);
  tenant->write([&](db::Tx& tx) {
    const auto text = *tx.one("SELECT definition FROM procedure_revision WHERE procedure_id = 1",
                              [](const db::Row& row) { return row.text(0); });
    forms::publish_definition(tx, *forms::parse_definition(text), text, world.now());
  });
  CHECK(revisions() == 22);
}

TEST_CASE("an actor of an unknown kind cannot enter the journal") {
  TenantWorld world;
  const auto tenant = world.commune();
  CHECK_THROWS_AS(tenant->write([](db::Tx& tx) {
    tx.run(
        "INSERT INTO journal_event (at, actor_kind, actor_name, subject, subject_id, verb, details) VALUES (0, "
        "'ghost', '', '', 0, '', '')");
  }),
                  db::ConstraintViolation);
}
