// The table of transitions, cell by cell: what a dossier may become, and by whom.
#include "tenants/dossiers/transitions.hpp"

#include "tests/support/catch.hpp"

#include <array>
#include <map>
#include <string>

using namespace clocher::dossiers;

namespace {

constexpr std::array every_state = {State::submitted, State::in_progress, State::waiting_for_resident,
                                    State::accepted,  State::refused,     State::closed,
                                    State::withdrawn};

// One line per state, one letter per state in the order above: A by an agent, R agent with a reason, W the resident
// withdraws, M a resident's message moves it (and an agent may too), "." never.
const std::map<State, std::string> expected = {
    {State::submitted, ".ARAR.W"}, {State::in_progress, "..RAR.W"}, {State::waiting_for_resident, ".M.AR.W"},
    {State::accepted, ".R...A."},  {State::refused, ".R...A."},     {State::closed, ".R....."},
    {State::withdrawn, "......."}};

char cell(State from, State to) {
  const Transition* agent = find_transition(from, to, Mover::agent);
  if (find_transition(from, to, Mover::resident_message) != nullptr) return agent != nullptr ? 'M' : 'm';
  if (find_transition(from, to, Mover::resident) != nullptr) return agent != nullptr ? 'w' : 'W';
  if (agent == nullptr) return '.';
  return agent->reason == Reason::required ? 'R' : 'A';
}

}  // namespace

TEST_CASE("every pair of states is allowed or forbidden as the table of the product says") {
  for (const State from : every_state) {
    std::string line;
    for (const State to : every_state) line += cell(from, to);
    INFO(to_string(from));
    CHECK(line == expected.at(from));
  }
}

TEST_CASE("a transition that an agent clicks has a label and one that nobody clicks has none") {
  for (const Transition& transition : transitions()) {
    INFO(to_string(transition.from) << " -> " << to_string(transition.to));
    CHECK(transition.label_key.empty() == (transition.mover != Mover::agent));
  }
}

TEST_CASE("a refusal by the town hall always owes a reason, that of silence has none") {
  for (const Transition& transition : transitions()) {
    if (transition.to == State::refused && transition.mover == Mover::agent) CHECK(transition.reason == Reason::required);
  }
}

TEST_CASE("no transition leads to itself nor is listed twice") {
  for (const Transition& one : transitions()) {
    CHECK(one.from != one.to);
    int count = 0;
    for (const Transition& other : transitions())
      count += one.from == other.from && one.to == other.to && one.mover == other.mover;
    CHECK(count == 1);
  }
}

TEST_CASE("only a closed and a withdrawn dossier are final") {
  for (const State state : every_state) CHECK(is_final(state) == (state == State::closed || state == State::withdrawn));
}

TEST_CASE("the name of a state reads back as that state and no other word does") {
  for (const State state : every_state) CHECK(parse_state(to_string(state)) == state);
  for (const char* word : {"", "Submitted", "open", "submitted "}) CHECK_FALSE(parse_state(word).has_value());
}
