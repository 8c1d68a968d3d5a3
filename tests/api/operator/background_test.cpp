// What the service does while nobody waits: mail leaves soon after the write, ended sessions go.
#include "api/commands/background.hpp"

#include "core/base/log.hpp"
#include "tenants/journal/outbox.hpp"
#include "tenants/site/content.hpp"
#include "tests/api/operator/operator_world.hpp"
#include "tests/support/catch.hpp"

#include <chrono>
#include <filesystem>
#include <thread>

using namespace clocher;
using namespace clocher::test;

namespace {

// The next round would come five seconds later: what happens within four was woken by the write.
bool happens_soon(const std::function<bool()>& is_so) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(4);
  while (!is_so() && std::chrono::steady_clock::now() < deadline) std::this_thread::yield();
  return is_so();
}

struct Town : OperatorWorld {
  log::Capture quiet;
  tenants::TenantHandle tenant;

  Town() {
    static_cast<void>(done("commune.create", {{"insee", mulsanne_code}}));
    tenant = services.registry.open(mulsanne_code).value();
  }
  void enqueue() {
    tenant->write([&](db::Tx& tx) { tenants::enqueue_mail(tx, {"eloise@exemple.fr", "Sujet", "Texte"}, clock.now()); });
  }
  [[nodiscard]] bool has_mail() const {
    std::error_code absent;
    return !std::filesystem::is_empty(services.config.data_dir + "/mail", absent) && !absent;
  }
};

}  // namespace

TEST_CASE("a mail leaves as soon as it is written") {
  Town town;
  town.tenant.reset();  // opened again below, so that it hears of the observer
  REQUIRE(town.services.registry.with_closed(mulsanne_code, [] {}));
  const api::commands::Background background(town.services);
  town.tenant = town.services.registry.open(mulsanne_code).value();
  CHECK_FALSE(town.has_mail());
  town.enqueue();
  CHECK(happens_soon([&] { return town.has_mail(); }));
}

TEST_CASE("a mail that an earlier process left is sent at start") {
  Town town;
  town.enqueue();
  const api::commands::Background background(town.services);
  CHECK(happens_soon([&] { return town.has_mail(); }));
}

TEST_CASE("sessions that ended are forgotten, those that live are kept") {
  Town town;
  static_cast<void>(town.done("agent.create",
                              {{"insee", mulsanne_code}, {"email", "a@exemple.fr"}, {"name", "A B"}, {"role", "elu"}}));
  const auto insert = [&](const char* token, Instant end) {
    town.tenant->write([&](db::Tx& tx) {
      tx.run(
          "INSERT INTO agent_session (token_digest, agent_id, created_at, last_seen_at, expires_at) VALUES (?, 1, ?, "
          "?, ?)",
          token, town.clock.now(), town.clock.now(), end);
    });
  };
  insert("ended", town.clock.now());
  insert("alive", town.clock.now() + one_hour);
  const auto sessions = [&] {
    return town.tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM agent_session"); });
  };
  const api::commands::Background background(town.services);
  CHECK(happens_soon([&] { return sessions() == 1; }));
}

TEST_CASE("what has been in the bin for thirty days is forgotten, what has not is kept") {
  Town town;
  const auto binned = [&](const char* title) {
    const tenants::Actor editor{tenants::ActorKind::agent, "Claire Morel"};
    const auto made =
        tenants::create_content(*town.tenant, editor, {tenants::ContentKind::news, "", {title, "", ""}}, town.clock.now());
    REQUIRE(tenants::remove_content(*town.tenant, editor, made->id, town.clock.now()));
  };
  const auto count = [&] {
    return town.tenant->read([](db::ReadTx& tx) { return tenants::list_bin(tx, tenants::ContentKind::news).size(); });
  };
  binned("Vieille");
  town.clock.advance(tenants::bin_seconds - 1);
  binned("Récente");
  town.clock.advance(1);
  const api::commands::Background background(town.services);
  CHECK(happens_soon([&] { return count() == 1; }));
}
