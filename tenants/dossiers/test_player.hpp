// One test of a procedure, act by act, on a commune that is thrown away afterwards.
#pragma once

#include "tenants/forms/definition.hpp"
#include "tenants/tenant.hpp"
#include "tenants/texts.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace clocher::dossiers {

inline constexpr std::string_view test_agent_address = "agents@essai.invalid";

// Nothing when all went as written; otherwise why not, a French sentence that begins with the number of the act.
[[nodiscard]] std::optional<std::string> play_test(tenants::Tenant& tenant, const tenants::Texts& texts,
                                                   const forms::Definition& definition, std::string_view text,
                                                   const forms::ProcedureTest& test);

}  // namespace clocher::dossiers
