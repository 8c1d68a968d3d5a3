// Fills partials/privacy.
#include "api/resident/privacy.hpp"

#include "core/base/text.hpp"

namespace clocher::api::resident {

json::Object privacy_data(const Tools& tools, const tenants::Profile& profile, const forms::Definition& definition) {
  return {{"controller", "la commune " + with_de(profile.name) + ", représentée par son maire"},
          {"purpose", definition.purpose},
          {"legal_basis", definition.legal_basis},
          {"recipients", definition.recipients},
          {"retention",
           tools.catalogue.text("privacy.retention_months", {{"count", std::to_string(definition.retention_months)}})}};
}

}  // namespace clocher::api::resident
