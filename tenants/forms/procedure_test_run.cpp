// SQL of test runs.
#include "tenants/forms/procedure_test_run.hpp"

namespace clocher::forms {

std::map<std::int64_t, ProcedureTestRun> test_runs(db::ReadTx& tx) {
  std::map<std::int64_t, ProcedureTestRun> runs;
  tx.each(
      "SELECT procedure_id, revision, program, tests, failed, failures FROM procedure_test_run ORDER BY procedure_id",
      [&](const db::Row& row) {
        runs[row.integer(0)] = {row.integer(1), row.text(2), row.integer(3), row.integer(4), row.text(5)};
      });
  return runs;
}

void keep_test_run(db::Tx& tx, Id<Procedure> id, const ProcedureTestRun& run, Instant now) {
  tx.run(
      "INSERT INTO procedure_test_run (procedure_id, revision, program, tests, failed, failures, ran_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (procedure_id) DO UPDATE SET revision = excluded.revision, "
      "program = excluded.program, tests = excluded.tests, failed = excluded.failed, failures = excluded.failures, "
      "ran_at = excluded.ran_at",
      id, run.revision, run.program, run.tests, run.failed, run.failures, now);
}

std::int64_t count_failing_procedures(db::ReadTx& tx) {
  return tx.number(
      "SELECT COUNT(*) FROM procedure_test_run t JOIN procedure p ON p.id = t.procedure_id AND p.current_revision = "
      "t.revision WHERE t.failed > 0 AND p.offered_at IS NOT NULL");
}

}  // namespace clocher::forms
