// Tests first, outside of the transaction: they are played elsewhere.
#include "tenants/dossiers/publish.hpp"

namespace clocher::dossiers {
namespace {

Failure refuse(const TestReport& report) {
  Error error{ErrorKind::invalid, "procedure.tests_failed", {{"count", std::to_string(report.failed())}}, {}};
  for (const TestFailure& failure : report.failures) {
    error.fields.push_back({"tests", "procedure.test_failed", {{"test", failure.test}, {"reason", failure.reason}}});
  }
  return fail(std::move(error));
}

}  // namespace

Result<forms::Procedure> publish_procedure(tenants::Tenant& tenant, Rehearsal& rehearsal, const tenants::Actor& actor,
                                           std::string_view text, Instant now) {
  const auto definition = forms::parse_definition(text);
  if (!definition) return fail(definition.error());
  const TestReport report = rehearsal.play(*definition, text);
  if (report.failed() > 0) return refuse(report);
  return tenant.write([&](db::Tx& tx) -> Result<forms::Procedure> {
    forms::publish_definition(tx, *definition, text, now);
    auto procedure = *forms::find_procedure(tx, definition->slug);
    tenants::append_event(tx, actor, {"procedure", procedure.id.value}, "procedure.published",
                          std::to_string(procedure.revision), now);
    return procedure;
  });
}

}  // namespace clocher::dossiers
