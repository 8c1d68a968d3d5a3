// SOAP 1.1 as PayFiP speaks it: our questions written, its answers read strictly.
#pragma once

#include "core/base/result.hpp"
#include "payments/payfip/contract.hpp"
#include "payments/payfip/fields.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace clocher::payments::payfip {

// The envelope with its XML declaration; fields stand below arg0 in the order given.
[[nodiscard]] std::string write_question(Operation operation, const Fields& fields);

// What stands in <detail>; a fault without detail has type "".
struct Fault {
  std::string type;  // "FonctionnelleErreur"
  std::string code;  // "P5"
  std::string said;  // descriptif, else libelle, message or faultstring
};

using Answer = std::variant<Fields, Fault>;

// At most 64 KB. Fails (malformed) with the keys of xml::parse_qualified, or soap.unexpected when it is no answer to this
// operation; a body that is no UTF-8, cut short or in other namespaces is one of these.
[[nodiscard]] Result<Answer> read_answer(Operation operation, std::string_view body);

}  // namespace clocher::payments::payfip
