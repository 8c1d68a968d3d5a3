// Names of disorders and notifications, and the clients that are always there.
#include "payments/payfip/simulator/behaviour.hpp"

#include <algorithm>
#include <array>

namespace clocher::payments::payfip::simulator {
namespace {

constexpr std::array<std::string_view, 9> disorders = {"none",     "tech_unavailable", "tech_failure", "tech_protocol", "code",
                                                       "http_502", "timeout",          "truncated",    "invalid_utf8"};
constexpr std::array<std::string_view, 5> notifyings = {"sent", "delayed", "lost", "doubled", "early"};

template <class Value, std::size_t size>
std::optional<Value> parse(const std::array<std::string_view, size>& names, std::string_view name) {
  const auto* found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Value>(found - names.begin());
}

}  // namespace

Clients default_clients() {
  return {{"006382", {{"COMMUNE DE DEMONSTRATION", "REGIE DE RECETTES", "CANTINE ET PERISCOLAIRE"}, true}},
          {"090909", {{"COMMUNE D ESSAI", "REGIE UNIQUE", ""}, true}},
          {"000004", {{"COMMUNE SANS SERVICE WEB", "", ""}, false}}};
}

std::optional<Disorder> parse_disorder(std::string_view name) { return parse<Disorder>(disorders, name); }
std::string_view to_string(Disorder disorder) { return disorders.at(static_cast<std::size_t>(disorder)); }
std::optional<Notifying> parse_notifying(std::string_view name) { return parse<Notifying>(notifyings, name); }
std::string_view to_string(Notifying notifying) { return notifyings.at(static_cast<std::size_t>(notifying)); }

Disorder next_disorder(Behaviour& behaviour, std::optional<Operation> operation) {
  const bool is_meant = !behaviour.disordered_operation || behaviour.disordered_operation == operation;
  if (behaviour.disorder == Disorder::none || behaviour.disordered_calls == 0 || !is_meant) return Disorder::none;
  if (behaviour.disordered_calls > 0) --behaviour.disordered_calls;
  return behaviour.disorder;
}

}  // namespace clocher::payments::payfip::simulator
