// The table, and the faults made of it.
#include "payments/payfip/codes.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace clocher::payments::payfip {
namespace {

constexpr auto permanent = FaultKind::permanent;
constexpr auto transient = FaultKind::transient;
constexpr auto configuration = FaultKind::configuration;

constexpr std::string_view functional_fault = "FonctionnelleErreur";

constexpr std::array table = {
    Code{"A1", permanent},  // payer's e-mail address missing, A2 wrong
    Code{"A2", permanent},
    Code{"D1", configuration},  // urlredirect, N1 urlnotif
    Code{"M1", permanent},      // amount: format, M3 under 1 euro, M5 over the limit
    Code{"M3", permanent},
    Code{"M5", permanent},
    Code{"N1", configuration},
    Code{"P1", permanent},  // the attempt: unknown, P3 used, P4 older than 15 minutes, P5 not known yet
    Code{"P3", permanent},
    Code{"P4", permanent},
    Code{"P5", transient},
    Code{"R3", permanent},      // reference of the debt
    Code{"S1", configuration},  // mode of entry
    Code{"T1", configuration},  // client number: wrong, T2 unknown, T4 without the web service, T9 certificate
    Code{"T2", configuration},
    Code{"T4", configuration},
    Code{"T9", configuration},
    Code{"999", transient},
    Code{"TechDysfonctionnementErreur", transient},
    Code{"TechIndisponibiliteErreur", transient},
    Code{"TechProtocolaireErreur", configuration},
    Code{"broken", transient},
    Code{"circuit_open", transient},
    Code{"timed_out", transient},
    Code{"too_large", transient},
    Code{"unreachable", transient},
    Code{"unreadable", transient},
};

const Code* find_code(std::string_view code) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const Code& each) { return each.code == code; });
  return found == table.end() ? nullptr : found;
}

// T3, T5 to T8 and T10 are of the family "client's settings", their texts unknown to us.
bool is_client_family(std::string_view code) {
  int number = 0;
  if (!code.starts_with('T')) return false;
  const auto [end, error] = std::from_chars(code.data() + 1, code.data() + code.size(), number);
  return error == std::errc{} && end == code.data() + code.size() && number >= 1 && number <= 10;
}

GatewayFault make_fault(const Code* known, FaultKind kind_of_others, std::string_view code, std::string_view said,
                        Evidence evidence) {
  const FaultKind kind = known != nullptr ? known->kind : kind_of_others;
  const std::string key = "payfip.fault." + (known != nullptr ? std::string(known->code) : std::string("other"));
  return {kind, std::string(code), key, std::string(said), std::move(evidence)};
}

// 404 and the like: we ask at the wrong place; 408, 429 and 5xx pass.
FaultKind kind_of_status(int status) {
  const bool passes = status >= 500 || status == 408 || status == 429;
  return passes ? transient : configuration;
}

}  // namespace

std::span<const Code> codes() { return table; }

GatewayFault fault_of(std::string_view fault_type, std::string_view code, std::string_view said, Evidence evidence) {
  if (fault_type != functional_fault) {
    GatewayFault fault = make_fault(find_code(fault_type), transient, fault_type, said, std::move(evidence));
    if (fault.code.empty()) fault.code = "fault";
    return fault;
  }
  const FaultKind kind_of_others = is_client_family(code) ? configuration : permanent;
  return make_fault(find_code(code), kind_of_others, code, said, std::move(evidence));
}

GatewayFault fault_on_the_way(std::string_view code, std::string_view said, Evidence evidence) {
  constexpr std::string_view http = "http_";
  if (!code.starts_with(http)) return make_fault(find_code(code), transient, code, said, std::move(evidence));
  int status = 0;
  std::from_chars(code.data() + http.size(), code.data() + code.size(), status);
  GatewayFault fault = make_fault(nullptr, kind_of_status(status), code, said, std::move(evidence));
  fault.key = fault.kind == transient ? "payfip.fault.TechIndisponibiliteErreur" : "payfip.fault.wrong_place";
  return fault;
}

}  // namespace clocher::payments::payfip
