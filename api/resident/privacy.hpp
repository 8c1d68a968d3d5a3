// What happens to personal data in a procedure (RGPD article 13), from its definition.
#pragma once

#include "api/tools.hpp"
#include "core/json/json.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/site/profile.hpp"

namespace clocher::api::resident {

// The keys of partials/privacy.
[[nodiscard]] json::Object privacy_data(const Tools& tools, const tenants::Profile& profile,
                                        const forms::Definition& definition);

}  // namespace clocher::api::resident
