// The names and limits of PayFiP's web service, as its WSDL and the DGFiP's guide fix them (docs/reference/payfip.md).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace clocher::payments::payfip {

// Only the operation, its answer and the detail of a fault are in this namespace; arg0, return and every field are in none.
inline constexpr std::string_view service_namespace =
    "http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService";
inline constexpr std::string_view soap_namespace = "http://schemas.xmlsoap.org/soap/envelope/";  // SOAP 1.1

inline constexpr std::string_view service_path = "/tpa/services/securite";
inline constexpr std::string_view page_path = "/tpa/paiementws.web";  // not paiement.web, which is the form protocol

enum class Operation { create, detail, client };

// The WSDL's spelling.
[[nodiscard]] constexpr std::string_view name_of(Operation operation) {
  switch (operation) {
    case Operation::create: return "creerPaiementSecurise";
    case Operation::detail: return "recupererDetailPaiementSecurise";
    case Operation::client: return "recupererDetailClient";
  }
  return {};
}

inline constexpr std::int64_t least_cents = 100;
inline constexpr std::int64_t most_cents = 9'999'999;  // the smaller of the bounds that working clients use
inline constexpr std::size_t most_amount_digits = 11;
inline constexpr std::size_t client_digits = 6;
inline constexpr std::size_t least_email = 6, most_email = 80;
inline constexpr std::size_t least_reference = 6, most_reference = 30;
inline constexpr std::size_t most_subject = 99;
inline constexpr std::size_t most_url = 249;
inline constexpr std::int64_t page_seconds = 15 * 60;     // after which the payment page cannot be opened
inline constexpr std::int64_t settled_seconds = 20 * 60;  // after which "abandoned" and "not known" are final

}  // namespace clocher::payments::payfip
