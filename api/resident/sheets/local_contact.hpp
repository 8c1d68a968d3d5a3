// The join that makes a sheet local: from a code of Service-Public ("mairie", "ccas") to whom the commune itself has.
#pragma once

#include "core/db/database.hpp"
#include "core/view/catalogue.hpp"
#include "tenants/site/profile.hpp"

#include <string>
#include <string_view>

namespace clocher::api::resident {

// Escaped HTML of the records of the directory that carry the code; for "mairie" without a record, the town hall as the profile
// has it. "" when the commune knows nobody under that code: the sheet then leads to the State's own directory.
[[nodiscard]] std::string local_contact_html(db::ReadTx& tx, const tenants::Profile& profile, std::string_view pivot,
                                             const view::Catalogue& words);

}  // namespace clocher::api::resident
