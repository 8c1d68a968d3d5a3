// What PayFiP's codes mean and what to do about them: a table, because the DGFiP's own list grows.
#pragma once

#include "payments/gateway.hpp"

#include <span>
#include <string>
#include <string_view>

namespace clocher::payments::payfip {

struct Code {
  std::string_view code;
  FaultKind kind;
};

// Codes of FonctionnelleErreur, the names of the three technical faults, and our own words for what happened on the way.
[[nodiscard]] std::span<const Code> codes();

// A code that the table lacks is permanent when PayFiP refused the request ("FonctionnelleErreur"), transient otherwise.
// The message is payfip.fault.<code>, or payfip.fault.other.
[[nodiscard]] GatewayFault fault_of(std::string_view fault_type, std::string_view code, std::string_view said,
                                    Evidence evidence);

// One of our own: "timed_out", "unreachable", "broken", "too_large", "unreadable", "circuit_open", "http_<status>".
[[nodiscard]] GatewayFault fault_on_the_way(std::string_view code, std::string_view said = {}, Evidence evidence = {});

}  // namespace clocher::payments::payfip
