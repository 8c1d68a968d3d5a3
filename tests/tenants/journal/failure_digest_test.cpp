// Agents hear of failures once a day, and of nothing when nothing failed.
#include "tenants/journal/failure_digest.hpp"

#include "tenants/journal/outbox.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

struct Day {
  TenantWorld world;
  TenantHandle tenant = world.commune();

  Day() { make_agent(*tenant, world.now()); }
  void fail_mail(const std::string& subject = "Sujet") {
    tenant->write([&](db::Tx& tx) { static_cast<void>(enqueue_mail(tx, {"a@exemple.fr", subject, "Texte"}, world.now())); });
    const auto item = waiting().back();
    tenant->write([&](db::Tx& tx) { mark_failed(tx, item, Fault::permanent, "boîte pleine", world.now()); });
  }
  std::vector<OutboxItem> waiting() {
    return tenant->read([&](db::ReadTx& tx) { return due_items(tx, world.now() + one_day, 100); });
  }
  bool digest() { return send_failure_digest(*tenant, world.texts(), world.now()); }
};

}  // namespace

TEST_CASE("nothing is sent when nothing failed") {
  Day day;
  CHECK_FALSE(day.digest());
  CHECK(day.waiting().empty());
}

TEST_CASE("what failed is told to each agent, without a word of whose mail it was") {
  Day day;
  day.fail_mail();
  day.fail_mail();
  CHECK(day.digest());
  REQUIRE(day.waiting().size() == 1);
  const auto mail = day.waiting().front();
  CHECK(mail.recipient == agent_email);
  CHECK(mail.body.find("2 courriels ne sont pas partis.") != std::string::npos);
  CHECK(mail.body.find("/admin/envois") != std::string::npos);
  CHECK(mail.body.find("a@exemple.fr") == std::string::npos);
}

TEST_CASE("a day has one digest, also after a restart, and the next day tells only what is new") {
  Day day;
  day.fail_mail();
  CHECK(day.digest());
  day.world.clock.advance(60);
  day.fail_mail();
  CHECK_FALSE(day.digest());
  day.tenant.reset();
  day.world.restart();
  day.tenant = day.world.commune();
  CHECK_FALSE(day.digest());
  day.world.clock.advance(one_day);
  CHECK(day.digest());
  day.world.clock.advance(one_day);
  CHECK_FALSE(day.digest());
}

TEST_CASE("a failure after a quiet morning is told the same day") {
  Day day;
  CHECK_FALSE(day.digest());
  day.world.clock.advance(one_hour);
  day.fail_mail();
  CHECK(day.digest());
}

TEST_CASE("a digest that cannot be sent is not the news of the next") {
  Day day;
  day.fail_mail();
  REQUIRE(day.digest());
  const auto digest = day.waiting().front();
  day.world.clock.advance(one_day);
  day.tenant->write([&](db::Tx& tx) { mark_failed(tx, digest, Fault::permanent, "boîte pleine", day.world.now()); });
  CHECK_FALSE(day.digest());
}
