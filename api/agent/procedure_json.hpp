// Procedures, their working copies and revisions as JSON.
#pragma once

#include "api/context.hpp"
#include "core/json/json.hpp"
#include "tenants/dossiers/move_cases.hpp"
#include "tenants/dossiers/rehearsal.hpp"
#include "tenants/forms/definition.hpp"
#include "tenants/forms/definition_diff.hpp"
#include "tenants/forms/procedure.hpp"
#include "tenants/forms/procedure_revision.hpp"
#include "tenants/forms/working_copy.hpp"

#include <optional>
#include <vector>

namespace clocher::api::agent {

[[nodiscard]] json::Object procedure_data(const Context& context, const forms::Procedure& procedure);
[[nodiscard]] json::Object procedure_list_data(const Context& context);

// A working copy with the procedure it is about; no procedure when it was never published.
struct DraftParts {
  forms::WorkingCopy copy;
  std::optional<forms::Procedure> procedure;
};
[[nodiscard]] std::optional<DraftParts> find_draft_parts(const Context& context);
[[nodiscard]] json::Object draft_data(const Context& context, const DraftParts& parts);

[[nodiscard]] json::Array problems_data(const Context& context, const json::Object& definition);
[[nodiscard]] json::Object report_data(const forms::Definition& definition, const dossiers::TestReport& report);
[[nodiscard]] json::Object revision_data(const forms::ProcedureRevision& revision);
[[nodiscard]] json::Array changes_data(const std::vector<forms::DefinitionChange>& changes);
[[nodiscard]] json::Object older_cases_data(const std::vector<dossiers::OlderCase>& cases);

}  // namespace clocher::api::agent
