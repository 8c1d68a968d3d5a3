// PayFiP Titre: a bill that the comptable already collects is paid on the DGFiP's own site; we only lead there.
#pragma once

#include "core/base/result.hpp"
#include "payments/gateway.hpp"

#include <optional>
#include <string>

namespace clocher::payments::payfip {

// What stands on the avis des sommes à payer, to be typed on the official site.
struct TitreReferences {
  std::string client_number;     // "identifiant collectivité", six digits
  std::string reference;         // as printed
  std::optional<Money> amount = std::nullopt;
  int fiscal_year = 0;           // 0: not known
};

inline constexpr std::string_view official_site = "https://www.payfip.gouv.fr";

struct TitreLink {
  std::string url;
  TitreReferences to_type;  // shown beside the link: the official site asks for them
};

// For every commune, without a contract. Fails with the field: titre.client_number, titre.reference.
[[nodiscard]] Result<TitreLink> titre_link(TitreReferences references);

// Form protocol of a commune that signed for its own portal: the page opens with the bill already named. No result is asked
// back (no urlcl): it would be unsigned, and the comptable books the payment himself. Needs amount, year and e-mail too.
[[nodiscard]] Result<std::string> titre_form_url(const TitreReferences& references, const std::string& subject,
                                                 const std::string& email, Mode mode);

}  // namespace clocher::payments::payfip
