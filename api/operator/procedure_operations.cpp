// Plays the tests of procedures and tells how they went.
#include "api/operator/procedure_operations.hpp"

#include "tenants/dossiers/procedure_check.hpp"

namespace clocher::api::control {

Result<json::Value> test_procedures(Services& services, const json::Object& input) {
  const auto commune = services.registry.show(json::string_or(input, "insee"));
  if (!commune) return fail(commune.error());
  const auto tenant = services.registry.open_for_job(commune->insee);
  if (!tenant) return fail(tenant.error());
  json::Array answer;
  for (const auto& [procedure, report] :
       dossiers::test_procedures(**tenant, services.rehearsal, services.tools().texts())) {
    json::Object entry{{"procedure", procedure.slug}, {"tests", report.tests}, {"failed", report.failed()}};
    json::Array failures;
    for (const dossiers::TestFailure& failure : report.failures)
      failures.push_back(json::Object{{"test", failure.test}, {"reason", failure.reason}});
    if (!failures.empty()) entry["failures"] = std::move(failures);
    answer.push_back(std::move(entry));
  }
  return answer;
}

}  // namespace clocher::api::control
