// Tests first, outside of the transaction: they are played elsewhere.
#include "tenants/dossiers/publish.hpp"

#include "tenants/forms/working_copy.hpp"

namespace clocher::dossiers {
namespace {

Failure refuse(const TestReport& report) {
  Error error{ErrorKind::invalid, "procedure.tests_failed", {{"count", std::to_string(report.failed())}}, {}};
  for (const TestFailure& failure : report.failures) {
    error.fields.push_back({"tests", "procedure.test_failed", {{"test", failure.test}, {"reason", failure.reason}}});
  }
  return fail(std::move(error));
}

forms::Procedure publish(db::Tx& tx, const tenants::Actor& actor, const forms::Definition& definition,
                         std::string_view text, Instant now) {
  forms::publish_definition(tx, definition, text, now);
  auto procedure = *forms::find_procedure(tx, definition.slug);
  tenants::append_event(tx, actor, {"procedure", procedure.id.value}, "procedure.published",
                        std::to_string(procedure.revision), now);
  return procedure;
}

// The working copy, when it is still what was seen.
Result<forms::WorkingCopy> still_as_seen(db::ReadTx& tx, const SeenWorkingCopy& seen) {
  auto copy = forms::find_working_copy(tx, seen.slug);
  if (!copy) return fail(ErrorKind::not_found, "procedure.not_found");
  if (copy->version == 0) return fail(ErrorKind::conflict, "procedure.nothing_to_publish");
  if (copy->version != seen.version) return fail(ErrorKind::conflict, "procedure.draft_stale", {{"who", copy->updated_by}});
  const auto procedure = forms::find_procedure(tx, seen.slug);
  if ((procedure ? procedure->revision : 0) != seen.revision) return fail(ErrorKind::conflict, "procedure.revision_stale");
  return std::move(*copy);
}

}  // namespace

Result<forms::Procedure> publish_procedure(tenants::Tenant& tenant, Rehearsal& rehearsal, const tenants::Actor& actor,
                                           std::string_view text, Instant now) {
  const auto definition = forms::parse_definition(text);
  if (!definition) return fail(definition.error());
  const TestReport report = rehearsal.play(*definition, text);
  if (report.failed() > 0) return refuse(report);
  return tenant.write([&](db::Tx& tx) -> Result<forms::Procedure> {
    return publish(tx, actor, *definition, text, now);
  });
}

Result<forms::Procedure> publish_working_copy(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                              const tenants::Actor& actor, const SeenWorkingCopy& seen, Instant now) {
  const auto copy = tenant.read([&](db::ReadTx& tx) { return still_as_seen(tx, seen); });
  if (!copy) return fail(copy.error());
  const auto definition = forms::parse_definition(copy->text);
  if (!definition) return fail(definition.error());
  const TestReport report = rehearsal.play(*definition, copy->text);
  if (report.failed() > 0) return refuse(report);
  return tenant.write([&](db::Tx& tx) -> Result<forms::Procedure> {
    if (const auto same = still_as_seen(tx, seen); !same) return fail(same.error());
    forms::forget_working_copy(tx, seen.slug);
    return publish(tx, actor, *definition, copy->text, now);
  });
}

}  // namespace clocher::dossiers
