// Which state may follow which, and who may make it so: one table, the same for every procedure.
#pragma once

#include "tenants/dossiers/dossier.hpp"

#include <span>
#include <vector>

namespace clocher::dossiers {

// silence: the law decides when the town hall did not (CRPA L231-1, L231-4).
enum class Mover { agent, resident, resident_message, silence };
enum class Reason { none, required };  // required: the resident is owed an explanation (CRPA L211-2 for refusals)

struct Transition {
  State from;
  State to;
  Mover mover;
  Reason reason;
  std::string_view label_key;  // the agent's button, "" for what nobody clicks
};

[[nodiscard]] std::span<const Transition> transitions();

// The row that allows this move, or nullptr.
[[nodiscard]] const Transition* find_transition(State from, State to, Mover mover);

[[nodiscard]] std::vector<Transition> transitions_from(State from, Mover mover);

}  // namespace clocher::dossiers
