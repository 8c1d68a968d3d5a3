// The fields of a payment as PayFiP takes them: what is fitted, and what is refused before anybody is asked.
#pragma once

#include "payments/gateway.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace clocher::payments::payfip {

// In the order of the XSD, which is the alphabet's.
using Fields = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] std::string_view value_of(const Fields& fields, std::string_view name);  // "" when absent

// The régie of a commune, as the DGFiP knows it.
struct Account {
  std::string client_number;  // six digits, kept as text: "006382"
  Mode mode = Mode::test;
};

// "18/09/2020  Établissement hors-sol n#1" -> "18092020 Etablissement hors sol n1": ASCII letters, digits and single spaces;
// apostrophes and hyphens become spaces; at most 99 characters.
[[nodiscard]] std::string normalised_subject(std::string_view text);

[[nodiscard]] bool is_reference(std::string_view text);  // refdet: 6 to 30 ASCII letters and digits
[[nodiscard]] bool is_client_number(std::string_view text);
[[nodiscard]] bool is_operation_id(std::string_view text);  // idOp: a UUID; any 8 to 64 letters, digits and hyphens are taken

[[nodiscard]] std::string_view letter_of(Mode mode);  // saisie: T, X, W

// arg0 of creerPaiementSecurise. The error is the code by which PayFiP itself would refuse: "R3", "M3", "A2"...
[[nodiscard]] tl::expected<Fields, std::string> fields_of(const Account& account, const PaymentOrder& order);

}  // namespace clocher::payments::payfip
