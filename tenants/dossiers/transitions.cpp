// The table of transitions.
#include "tenants/dossiers/transitions.hpp"

#include <array>

namespace clocher::dossiers {
namespace {

using enum State;

constexpr std::array table = {
    Transition{submitted, in_progress, Mover::agent, Reason::none, "transition.in_progress"},
    Transition{submitted, waiting_for_resident, Mover::agent, Reason::required, "transition.waiting_for_resident"},
    Transition{submitted, accepted, Mover::agent, Reason::none, "transition.accepted"},
    Transition{submitted, refused, Mover::agent, Reason::required, "transition.refused"},
    Transition{submitted, withdrawn, Mover::resident, Reason::none, ""},
    Transition{in_progress, waiting_for_resident, Mover::agent, Reason::required, "transition.waiting_for_resident"},
    Transition{in_progress, accepted, Mover::agent, Reason::none, "transition.accepted"},
    Transition{in_progress, refused, Mover::agent, Reason::required, "transition.refused"},
    Transition{in_progress, withdrawn, Mover::resident, Reason::none, ""},
    Transition{waiting_for_resident, in_progress, Mover::agent, Reason::none, "transition.in_progress"},
    Transition{waiting_for_resident, in_progress, Mover::resident_message, Reason::none, ""},
    Transition{waiting_for_resident, accepted, Mover::agent, Reason::none, "transition.accepted"},
    Transition{waiting_for_resident, refused, Mover::agent, Reason::required, "transition.refused"},
    Transition{waiting_for_resident, withdrawn, Mover::resident, Reason::none, ""},
    Transition{submitted, accepted, Mover::silence, Reason::none, ""},
    Transition{submitted, refused, Mover::silence, Reason::none, ""},
    Transition{in_progress, accepted, Mover::silence, Reason::none, ""},
    Transition{in_progress, refused, Mover::silence, Reason::none, ""},
    Transition{waiting_for_resident, accepted, Mover::silence, Reason::none, ""},
    Transition{waiting_for_resident, refused, Mover::silence, Reason::none, ""},
    Transition{accepted, closed, Mover::agent, Reason::none, "transition.closed"},
    Transition{accepted, in_progress, Mover::agent, Reason::required, "transition.reopened"},
    Transition{refused, closed, Mover::agent, Reason::none, "transition.closed"},
    Transition{refused, in_progress, Mover::agent, Reason::required, "transition.reopened"},
    Transition{closed, in_progress, Mover::agent, Reason::required, "transition.reopened"},
};

}  // namespace

std::span<const Transition> transitions() { return table; }

const Transition* find_transition(State from, State to, Mover mover) {
  for (const Transition& transition : table) {
    if (transition.from == from && transition.to == to && transition.mover == mover) return &transition;
  }
  return nullptr;
}

std::vector<Transition> transitions_from(State from, Mover mover) {
  std::vector<Transition> allowed;
  for (const Transition& transition : table) {
    if (transition.from == from && transition.mover == mover) allowed.push_back(transition);
  }
  return allowed;
}

}  // namespace clocher::dossiers
