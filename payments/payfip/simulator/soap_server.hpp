// The other side of the wire: reads any conforming client's call, writes answers and faults as PayFiP's server does. Written
// apart from the adapter's reader and writer, so that one mistake is not made twice.
#pragma once

#include "payments/payfip/contract.hpp"
#include "payments/payfip/fields.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace clocher::payments::payfip::simulator {

struct Call {
  Operation operation = Operation::create;
  Fields fields;  // in the order sent; only elements without a namespace count
};

// A body that no operation can be read from: a fault without detail.
struct Unreadable {
  std::string fault_code;  // "S:Client", "S:VersionMismatch"
  std::string text;
};

[[nodiscard]] std::variant<Call, Unreadable> read_call(std::string_view body);

[[nodiscard]] std::string write_answer(Operation operation, const Fields& fields);
[[nodiscard]] std::string write_unreadable(const Unreadable& fault);
// `type` is the element of the detail: "FonctionnelleErreur", "TechIndisponibiliteErreur"...
[[nodiscard]] std::string write_fault(std::string_view type, std::string_view code, std::string_view text);

}  // namespace clocher::payments::payfip::simulator
