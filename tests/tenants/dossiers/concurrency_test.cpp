// A property, whatever the order: eight people at one dossier lose no word and reach no forbidden state.
#include "tenants/dossiers/instruct.hpp"
#include "tenants/dossiers/submit.hpp"
#include "tenants/dossiers/track.hpp"
#include "tenants/dossiers/transitions.hpp"
#include "tests/support/builders.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/tenant_world.hpp"

#include <array>
#include <atomic>
#include <mutex>
#include <random>
#include <set>
#include <thread>

using namespace clocher;
using namespace clocher::test;
using dossiers::State;

namespace {

constexpr std::array every_state = {State::submitted, State::in_progress, State::waiting_for_resident,
                                    State::accepted,  State::refused,     State::closed,
                                    State::withdrawn};

bool is_allowed(State from, State to) {
  for (const auto mover : {dossiers::Mover::agent, dossiers::Mover::resident, dossiers::Mover::resident_message}) {
    if (dossiers::find_transition(from, to, mover) != nullptr) return true;
  }
  return false;
}

struct Turmoil {
  TenantWorld world;
  tenants::TenantHandle tenant = world.commune();
  Id<dossiers::Dossier> id = sent_dossier(*tenant, world.texts(), world.now()).id;
  std::atomic<int> changes = 0;
  std::mutex mutex;
  std::set<std::string> acknowledged;

  void acknowledge(const std::string& text) {
    const std::lock_guard lock(mutex);
    acknowledged.insert(text);
  }

  void act(unsigned seed, int thread) {
    std::minstd_rand random(seed + static_cast<unsigned>(thread) * 7919U);
    for (int i = 0; i < 25; ++i) {
      const std::string text = "message " + std::to_string(thread) + "/" + std::to_string(i);
      switch (random() % 3) {
        case 0:
          if (dossiers::reply(*tenant, world.texts(), claire, id, text, world.now())) acknowledge(text);
          break;
        case 1:
          if (dossiers::answer(*tenant, world.texts(), {id, text, {}}, world.now())) acknowledge(text);
          break;
        default:
          const State to = every_state.at(random() % every_state.size());
          if (dossiers::change_state(*tenant, world.texts(), claire, {id, to, "raison de " + text}, world.now())) {
            acknowledge("raison de " + text);
            ++changes;
          }
      }
    }
  }
};

}  // namespace

TEST_CASE("eight threads at one dossier lose no acknowledged message and make only allowed moves") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  Turmoil turmoil;
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 8; ++thread)
    threads.emplace_back([&turmoil, seed, thread] { turmoil.act(seed, thread); });
  for (std::thread& thread : threads) thread.join();

  std::set<std::string> kept;
  for (const auto& message :
       turmoil.tenant->read([&](db::ReadTx& tx) { return dossiers::messages_of(tx, turmoil.id); }))
    kept.insert(message.body);
  CHECK(kept == turmoil.acknowledged);

  State state = State::submitted;
  int moves = 0;
  for (const auto& event : turmoil.tenant->read([&](db::ReadTx& tx) {
         return tenants::events_of(tx, {"dossier", turmoil.id.value});
       })) {
    if (event.verb != "dossier.state_changed") continue;
    const State next = dossiers::parse_state(event.details).value();
    INFO(to_string(state) << " -> " << to_string(next));
    CHECK(is_allowed(state, next));
    state = next;
    ++moves;
  }
  CHECK(moves >= turmoil.changes);
  CHECK(turmoil.tenant->read([&](db::ReadTx& tx) { return dossiers::find_dossier(tx, turmoil.id)->state; }) == state);
}

TEST_CASE("eight residents sending at once get eight references without gap") {
  TenantWorld world;
  const auto tenant = world.commune();
  std::vector<Id<dossiers::Draft>> drafts;
  for (int i = 0; i < 8; ++i)
    drafts.push_back(filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now()).draft.id);
  std::vector<std::thread> threads;
  std::mutex mutex;
  std::set<std::string> references;
  for (const auto draft : drafts) {
    threads.emplace_back([&, draft] {
      const auto dossier = dossiers::submit(*tenant, world.texts(), draft, world.now());
      const std::lock_guard lock(mutex);
      if (dossier) references.insert(dossier->reference);
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(references.size() == 8);
  CHECK(*references.begin() == "2026-00001");
  CHECK(*references.rbegin() == "2026-00008");
}

TEST_CASE("the same draft sent by eight hands at once makes one dossier") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto draft = filled_draft(*tenant, civil_slug, death_certificate_answers(), world.now()).draft.id;
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] { static_cast<void>(dossiers::submit(*tenant, world.texts(), draft, world.now())); });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM dossier"); }) == 1);
  CHECK(tenant->read([](db::ReadTx& tx) { return tx.number("SELECT COUNT(*) FROM outbox"); }) == 1);
}
