// The functions behind the table of commands.
#pragma once

#include "api/commands/invocation.hpp"

namespace clocher::api::commands {

[[nodiscard]] Result<Outcome> run_commune_create(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_commune_list(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_commune_show(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_commune_suspend(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_commune_resume(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_commune_delete(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_epci_create(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_epci_open(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_agent_create(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_agent_list(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_agent_password(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_journal_verify(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_procedure_test(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_sheets_import(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_sheets_status(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_migrate(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_serve(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_doctor(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_config_show(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_config_check(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_version(Invocation& invocation);
[[nodiscard]] Result<Outcome> run_documentation(Invocation& invocation);

}  // namespace clocher::api::commands
