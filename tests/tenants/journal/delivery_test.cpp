// Mail leaves once it is committed: retried when the server is away, given up with its reason, never lost.
#include "tenants/journal/delivery.hpp"

#include "tenants/journal/courier.hpp"
#include "tenants/journal/outbox.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <deque>
#include <stdexcept>

using namespace clocher;
using namespace clocher::test;
using namespace clocher::tenants;

namespace {

// Answers as it was told, then takes everything.
struct FakeMailer final : outbound::Mailer {
  std::deque<Result<void>> answers;
  std::vector<outbound::Mail> mails;

  Result<void> send(const outbound::Mail& mail) override {
    mails.push_back(mail);
    if (answers.empty()) return {};
    const Result<void> answer = answers.front();
    answers.pop_front();
    return answer;
  }
};

Result<void> away() { return fail(ErrorKind::unavailable, "mail.unreachable", {{"reason", "refus"}, {"code", "0"}}); }
Result<void> greylisted() {
  return fail(ErrorKind::unavailable, "mail.unreachable", {{"reason", "plus tard"}, {"code", "450"}});
}
Result<void> refused() { return fail(ErrorKind::invalid, "mail.refused", {{"code", "550"}, {"answer", "inconnu"}}); }

struct Post {
  TenantWorld world;
  FakeMailer mailer;
  PostOffice office{mailer, world.texts().catalogue, "ne-pas-repondre@exemple.fr", "clocher.localhost"};
  TenantHandle tenant = world.commune();

  void enqueue(const std::string& recipient, Tenant& of) {
    of.write([&](db::Tx& tx) { enqueue_mail(tx, {recipient, "Sujet", "Texte"}, world.now()); });
  }
  void enqueue(const std::string& recipient) { enqueue(recipient, *tenant); }
  DeliveryReport deliver() { return deliver_due(*tenant, office, world.now()); }
  std::vector<OutboxItem> unsent() {
    return tenant->read([](db::ReadTx& tx) { return list_outbox(tx, ""); });
  }
};

}  // namespace

TEST_CASE("a due mail is sent once, from the town hall, under a name of its own") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  CHECK(post.deliver().sent == 1);
  CHECK(post.deliver().sent == 0);
  REQUIRE(post.mailer.mails.size() == 1);
  const outbound::Mail& mail = post.mailer.mails.front();
  CHECK(mail.from.name == "Mairie de Mulsanne");
  CHECK(mail.from.email == "ne-pas-repondre@exemple.fr");
  CHECK(mail.to.email == "eloise@exemple.fr");
  CHECK(mail.message_id == "outbox-1.72213@clocher.localhost");
  CHECK(mail.date == post.world.now());
  CHECK(post.unsent().empty());
}

TEST_CASE("a mail server that is away is asked again by the clock, under the same Message-ID and date") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  post.mailer.answers = {away(), away()};
  const DeliveryReport first = post.deliver();
  CHECK(first.postponed == 1);
  CHECK(first.server_is_away);
  CHECK(first.next_due == post.world.now() + 60);
  CHECK(post.deliver().sent == 0);
  post.world.clock.advance(60);
  CHECK(post.deliver().next_due == post.world.now() + 300);
  post.world.clock.advance(300);
  CHECK(post.deliver().sent == 1);
  REQUIRE(post.mailer.mails.size() == 3);
  CHECK(post.mailer.mails[0].message_id == post.mailer.mails[2].message_id);
  CHECK(post.mailer.mails[0].date == post.mailer.mails[2].date);
}

TEST_CASE("while the server is away the other mails are not tried") {
  Post post;
  for (const char* recipient : {"a@exemple.fr", "b@exemple.fr", "c@exemple.fr"}) post.enqueue(recipient);
  post.mailer.answers = {away()};
  static_cast<void>(post.deliver());
  CHECK(post.mailer.mails.size() == 1);
  CHECK(post.unsent().size() == 3);
}

TEST_CASE("a mail that is put off for itself holds no other up") {
  Post post;
  for (const char* recipient : {"a@exemple.fr", "b@exemple.fr"}) post.enqueue(recipient);
  post.mailer.answers = {greylisted()};
  const DeliveryReport report = post.deliver();
  CHECK(report.postponed == 1);
  CHECK(report.sent == 1);
}

TEST_CASE("a refused mail is given up at once and stays visible with its reason in French") {
  Post post;
  post.enqueue("inconnu@exemple.fr");
  post.enqueue("eloise@exemple.fr");
  post.mailer.answers = {refused()};
  const DeliveryReport report = post.deliver();
  CHECK(report.failed == 1);
  CHECK(report.sent == 1);
  const auto items = post.unsent();
  REQUIRE(items.size() == 1);
  CHECK(items.front().state == "failed");
  CHECK(items.front().last_error == "Le serveur de messagerie a refusé le message (550).");
  post.world.clock.advance(30 * one_day);
  CHECK(post.deliver().sent == 0);
}

TEST_CASE("a mail is given up after its last attempt") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  int attempts = 0;
  for (DeliveryReport report; report.failed == 0 && attempts < 100; ++attempts) {
    post.mailer.answers = {away()};
    report = post.deliver();
    post.world.clock.advance(4 * one_hour);
  }
  CHECK(attempts == 16);
  CHECK(post.unsent().front().state == "failed");
}

TEST_CASE("a mailer that throws loses nothing") {
  struct Throwing final : outbound::Mailer {
    Result<void> send(const outbound::Mail&) override { throw std::runtime_error("disque plein"); }
  };
  Post post;
  post.enqueue("eloise@exemple.fr");
  Throwing mailer;
  const PostOffice office{mailer, post.world.texts().catalogue, "a@exemple.fr", "clocher.localhost"};
  CHECK(deliver_due(*post.tenant, office, post.world.now()).postponed == 1);
  CHECK(post.unsent().front().state == "pending");
}

TEST_CASE("sending makes no page of the site stale") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  const auto generation = post.tenant->generation();
  CHECK(post.deliver().sent == 1);
  CHECK(post.tenant->generation() == generation);
}

TEST_CASE("the courier finds at start what was left by an earlier process") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  Courier courier(post.world.registry(), post.office, post.world.clock);
  courier.make_round();
  CHECK(post.mailer.mails.size() == 1);
}

TEST_CASE("after its first round the courier opens only communes that were written to or have something due") {
  Post post;
  Courier courier(post.world.registry(), post.office, post.world.clock);
  courier.make_round();
  post.enqueue("eloise@exemple.fr");
  courier.make_round();
  CHECK(post.mailer.mails.empty());
  courier.look_at(first_insee);
  post.mailer.answers = {greylisted()};
  courier.make_round();
  CHECK(post.mailer.mails.size() == 1);
  post.world.clock.advance(60);
  courier.make_round();
  CHECK(post.mailer.mails.size() == 2);
  CHECK(post.unsent().empty());
}

TEST_CASE("a registry's observer hears of each write, and the courier of this commune alone") {
  Post post;
  std::vector<std::string> written;
  post.tenant.reset();
  post.world.restart();
  post.world.registry().on_write([&](const std::string& insee) { written.push_back(insee); });
  const auto tenant = post.world.commune(second_insee);
  written.clear();
  post.enqueue("eloise@exemple.fr", *tenant);
  CHECK(written == std::vector<std::string>{second_insee});
}

TEST_CASE("after a failure of the server the courier waits a minute before it tries any commune") {
  Post post;
  const auto other = post.world.commune(second_insee);
  post.enqueue("a@exemple.fr");
  post.enqueue("b@exemple.fr", *other);
  Courier courier(post.world.registry(), post.office, post.world.clock);
  post.mailer.answers = {away()};
  courier.make_round();
  courier.make_round();
  CHECK(post.mailer.mails.size() == 1);
  post.world.clock.advance(60);
  courier.make_round();
  CHECK(post.mailer.mails.size() == 3);
}

TEST_CASE("a commune that was deleted meanwhile does not stop the courier") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  Courier courier(post.world.registry(), post.office, post.world.clock);
  courier.look_at(second_insee);
  courier.make_round();
  CHECK(post.mailer.mails.size() == 1);
}

TEST_CASE("a mail whose sending cannot be written down is not sent again at once") {
  Post post;
  post.enqueue("eloise@exemple.fr");
  struct Refusing final : outbound::Mailer {
    Tenant* tenant = nullptr;
    int mails = 0;
    Result<void> send(const outbound::Mail&) override {
      ++mails;
      tenant->write([](db::Tx& tx) {
        tx.run_script("CREATE TRIGGER no_update BEFORE UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END");
      });
      return {};
    }
  };
  Refusing mailer;
  mailer.tenant = post.tenant.get();
  const PostOffice office{mailer, post.world.texts().catalogue, "a@exemple.fr", "clocher.localhost"};
  CHECK_THROWS_AS(deliver_due(*post.tenant, office, post.world.now()), db::ConstraintViolation);
  CHECK(deliver_due(*post.tenant, office, post.world.now()).next_due == post.world.now() + 60);
  CHECK(mailer.mails == 1);
  post.world.clock.advance(60);
  CHECK_THROWS_AS(deliver_due(*post.tenant, office, post.world.now()), db::ConstraintViolation);
  CHECK(mailer.mails == 1);
}
