// The three operations: what is checked in which order, and what is answered.
#pragma once

#include "payments/payfip/simulator/behaviour.hpp"
#include "payments/payfip/simulator/payment_book.hpp"
#include "payments/payfip/simulator/soap_server.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace clocher::payments::payfip::simulator {

struct Refusal {
  std::string code;  // of a FonctionnelleErreur
};
using Answer = std::variant<Fields, Refusal>;

// Client number (T1, T2, T4), saisie (S1), mel (A1, A2), refdet (R3), montant (M1, M3, M5), urlnotif (N1), urlredirect (D1).
// That the address is checked before the amount was seen; the rest of the order is ours. objet and exer are not checked: no
// code for them is known.
[[nodiscard]] Answer create_payment(const Fields& asked, const Clients& clients, PaymentBook& book, Instant now);

[[nodiscard]] Answer payment_detail(const Fields& asked, const Behaviour& behaviour, const PaymentBook& book, Instant now);

[[nodiscard]] Answer client_detail(const Fields& asked, const Clients& clients);

// "IdOp incorrect."; a general sentence for a code that is not known.
[[nodiscard]] std::string_view text_of(std::string_view code);

}  // namespace clocher::payments::payfip::simulator
