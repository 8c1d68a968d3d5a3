// A hundred thousand lives of a case on the table of states: whatever residents, agents and the law do, nothing impossible.
#include "tenants/dossiers/instruct.hpp"
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
using namespace clocher::dossiers;

namespace {

constexpr std::array every_state = {State::submitted, State::in_progress, State::waiting_for_resident,
                                    State::accepted,  State::refused,     State::closed,
                                    State::withdrawn};

// What the verbs do, on the table alone: each move is judged on the state as it is then, whatever its author had in view.
struct Life {
  State state = State::submitted;
  int acknowledged = 0;
  int kept = 0;
  bool was_decided_by_resident = false;
  bool was_withdrawn = false;

  void message_of_agent() { keep_unless_final(); }
  void message_of_resident() {
    if (!keep_unless_final()) return;
    move(State::in_progress, Mover::resident_message);
  }
  bool move(State to, Mover mover) {
    if (find_transition(state, to, mover) == nullptr) return false;
    was_decided_by_resident |= mover != Mover::agent && mover != Mover::silence && (to == State::accepted || to == State::refused);
    state = to;
    was_withdrawn |= to == State::withdrawn;
    return true;
  }

 private:
  bool keep_unless_final() {
    if (is_final(state)) return false;
    ++acknowledged;
    ++kept;
    return true;
  }
};

void act(Life& life, std::minstd_rand& random) {
  const State wanted = every_state.at(random() % every_state.size());
  switch (random() % 5) {
    case 0: return life.message_of_agent();
    case 1: return life.message_of_resident();
    case 2: static_cast<void>(life.move(State::withdrawn, Mover::resident)); return;
    case 3: static_cast<void>(life.move(wanted, Mover::silence)); return;
    default: static_cast<void>(life.move(wanted, Mover::agent));
  }
}

}  // namespace

TEST_CASE("in 100,000 random histories no message is lost and no impossible state is reached") {
  const unsigned seed = std::random_device{}();
  INFO("seed " << seed);
  std::minstd_rand random(seed);
  std::set<State> reached;
  int impossible = 0;
  for (int history = 0; history < 100'000; ++history) {
    Life life;
    for (int step = 0; step < 16; ++step) {
      const State before = life.state;
      act(life, random);
      reached.insert(life.state);
      const bool left_withdrawal = before == State::withdrawn && life.state != State::withdrawn;
      const bool came_back_to_start = before != State::submitted && life.state == State::submitted;
      const bool closed_undecided = before != State::accepted && before != State::refused && before != State::closed &&
                                    life.state == State::closed;
      impossible += left_withdrawal || came_back_to_start || closed_undecided || life.was_decided_by_resident ? 1 : 0;
      impossible += life.kept != life.acknowledged ? 1 : 0;
    }
  }
  CHECK(impossible == 0);
  CHECK(reached.size() == every_state.size());
}

TEST_CASE("silence never moves what was decided, closed or withdrawn") {
  for (const State from : {State::accepted, State::refused, State::closed, State::withdrawn})
    CHECK(transitions_from(from, Mover::silence).empty());
}

TEST_CASE("a hundred people at one case at once lose no acknowledged word") {
  TenantWorld world;
  const auto tenant = world.commune();
  const auto id = sent_dossier(*tenant, world.texts(), world.now()).id;
  std::mutex mutex;
  std::set<std::string> acknowledged;
  std::vector<std::thread> people;
  for (int person = 0; person < 100; ++person) {
    people.emplace_back([&, person] {
      const std::string text = "mot " + std::to_string(person);
      bool is_kept = false;
      if (person % 3 == 0)
        is_kept = reply(*tenant, world.texts(), claire, id, text, world.now()).has_value();
      else if (person % 3 == 1)
        is_kept = answer(*tenant, world.texts(), {id, text, {}}, world.now()).has_value();
      else
        is_kept = change_state(*tenant, world.texts(), claire,
                               {id, every_state.at(static_cast<std::size_t>(person) % every_state.size()), text}, world.now())
                      .has_value();
      if (!is_kept) return;
      const std::lock_guard lock(mutex);
      acknowledged.insert(text);
    });
  }
  for (std::thread& person : people) person.join();
  std::set<std::string> kept;
  for (const Message& message : tenant->read([&](db::ReadTx& tx) { return messages_of(tx, id); }))
    kept.insert(message.body);
  CHECK(kept == acknowledged);
  CHECK_FALSE(kept.empty());
}
