// Mails that wait: their rhythm, their end, and what is kept of them.
#include "tenants/journal/outbox.hpp"

#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Outbox {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Outbox() {
    tenant->write([&](db::Tx& tx) { enqueue_mail(tx, {"eloise@exemple.fr", "Sujet", "Texte"}, world.now()); });
  }
  std::vector<OutboxItem> due(Instant now) {
    return tenant->read([&](db::ReadTx& tx) { return due_items(tx, now, 10); });
  }
  void fail_once(Fault fault, Instant now) {
    const auto items = due(now);
    REQUIRE(items.size() == 1);
    tenant->write([&](db::Tx& tx) { mark_failed(tx, items.front(), fault, "boîte pleine", now); });
  }
  std::vector<OutboxItem> all(std::string_view state = "") {
    return tenant->read([&](db::ReadTx& tx) { return list_outbox(tx, state); });
  }
};

}  // namespace

TEST_CASE("a mail is tried after 1, 5 and 15 minutes, an hour, then every four hours for about two days") {
  CHECK(retry_delay(1) == 60);
  CHECK(retry_delay(2) == 300);
  CHECK(retry_delay(3) == 900);
  CHECK(retry_delay(4) == 3600);
  std::int64_t total = 0;
  std::int64_t attempt = 1;
  for (; retry_delay(attempt); ++attempt) {
    if (attempt > 4) CHECK(retry_delay(attempt) == 4 * 3600);
    total += *retry_delay(attempt);
  }
  CHECK(total >= 44 * 3600);
  CHECK(total <= 52 * 3600);
  CHECK_FALSE(retry_delay(attempt + 1));
}

TEST_CASE("a mail is due at once and again after its delay, not a second before") {
  Outbox outbox;
  const Instant now = outbox.world.now();
  outbox.fail_once(Fault::transient, now);
  CHECK(outbox.due(now + 59).empty());
  CHECK(outbox.due(now + 60).size() == 1);
  CHECK(outbox.tenant->read([](db::ReadTx& tx) { return next_due(tx); }) == now + 60);
  CHECK(outbox.all().front().last_error == "boîte pleine");
}

TEST_CASE("a mail that never passes is given up but stays visible with its reason and its text") {
  Outbox outbox;
  Instant now = outbox.world.now();
  for (int attempt = 1; attempt <= 16; ++attempt) {
    outbox.fail_once(Fault::transient, now);
    now = now + 4 * one_hour;
  }
  CHECK(outbox.due(now + one_day).empty());
  REQUIRE(outbox.all("failed").size() == 1);
  CHECK(outbox.all("failed").front().attempts == 16);
  CHECK(outbox.all("failed").front().body == "Texte");
  CHECK(outbox.all("pending").empty());
  CHECK_FALSE(outbox.tenant->read([](db::ReadTx& tx) { return next_due(tx); }));
}

TEST_CASE("a permanent refusal is not tried again") {
  Outbox outbox;
  outbox.fail_once(Fault::permanent, outbox.world.now());
  CHECK(outbox.due(outbox.world.now() + 30 * one_day).empty());
  CHECK(outbox.all("failed").size() == 1);
}

TEST_CASE("a sent mail keeps its fact and loses its text") {
  Outbox outbox;
  const auto id = outbox.due(outbox.world.now()).front().id;
  outbox.tenant->write([&](db::Tx& tx) { mark_sent(tx, id, outbox.world.now()); });
  CHECK(outbox.due(outbox.world.now() + one_day).empty());
  CHECK(outbox.all().empty());
  CHECK(outbox.tenant->read([](db::ReadTx& tx) {
    return tx.number("SELECT COUNT(*) FROM outbox WHERE state = 'sent' AND body = ''");
  }) == 1);
}

TEST_CASE("an agent sends a failed mail again at once, but not one that left or does not exist") {
  Outbox outbox;
  outbox.fail_once(Fault::permanent, outbox.world.now());
  const auto id = outbox.all().front().id;
  const auto retry = [&](Id<OutboxItem> wanted) {
    return outbox.tenant->write([&](db::Tx& tx) { return retry_now(tx, wanted, outbox.world.now()); });
  };
  REQUIRE(retry(id));
  CHECK(outbox.due(outbox.world.now()).size() == 1);
  outbox.tenant->write([&](db::Tx& tx) { mark_sent(tx, id, outbox.world.now()); });
  CHECK(retry(id).error().key == "outbox.not_found");
  CHECK(retry({99}).error().kind == ErrorKind::not_found);
}

TEST_CASE("a mail of an undone write never leaves") {
  Outbox outbox;
  CHECK_FALSE(outbox.tenant->write([&](db::Tx& tx) -> Result<int> {
    enqueue_mail(tx, {"x@exemple.fr", "Sujet", "Texte"}, outbox.world.now());
    return fail(ErrorKind::conflict, "undone");
  }));
  CHECK(outbox.all().size() == 1);
}

TEST_CASE("due mails come oldest first and no more than asked for") {
  Outbox outbox;
  for (int i = 0; i < 5; ++i) {
    outbox.tenant->write([&](db::Tx& tx) {
      enqueue_mail(tx, {"x@exemple.fr", std::to_string(i), ""}, outbox.world.now() - i);
    });
  }
  const auto items = outbox.tenant->read([&](db::ReadTx& tx) { return due_items(tx, outbox.world.now(), 2); });
  REQUIRE(items.size() == 2);
  CHECK(items[0].subject == "4");
  CHECK(items[1].subject == "3");
}
