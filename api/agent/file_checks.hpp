// Says on each file of a case, as JSON, what the antivirus has found.
#pragma once

#include "core/json/json.hpp"
#include "tenants/dossiers/case_file.hpp"

namespace clocher::api::agent {

// Puts "check" (waiting, clean, infected) into each file of the case's answers and messages.
[[nodiscard]] json::Object with_file_checks(json::Object body, const dossiers::CaseFile& file,
                                            dossiers::Antivirus antivirus);

}  // namespace clocher::api::agent
