// A resident's file, for the agents of the commune and for that resident.
#pragma once

#include "core/base/result.hpp"
#include "core/http/message.hpp"
#include "core/base/config.hpp"
#include "tenants/dossiers/dossier.hpp"
#include "tenants/dossiers/file_check.hpp"
#include "tenants/tenant.hpp"

namespace clocher::api {

// Always a download, never shown by the browser (reliability notes, §5.5). not_found file.not_found; conflict
// file.held while the antivirus has not seen it, file.infected.
[[nodiscard]] Result<http::Response> serve_attachment(tenants::Tenant& tenant, Id<dossiers::Dossier> dossier,
                                                      Id<dossiers::Attachment> id, dossiers::Antivirus antivirus);

[[nodiscard]] dossiers::Antivirus antivirus_of(const Config& config);

}  // namespace clocher::api
