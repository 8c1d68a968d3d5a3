// How the tests of a commune's procedures went, the last time that they were played.
#pragma once

#include "core/base/clock.hpp"
#include "core/base/id.hpp"
#include "core/db/database.hpp"
#include "tenants/forms/procedure.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace clocher::forms {

struct ProcedureTestRun {
  std::int64_t revision = 0;
  std::string program;  // version that played them
  std::int64_t tests = 0;
  std::int64_t failed = 0;
  std::string failures;  // French, a line for each
};

// By procedure; those never played are absent.
[[nodiscard]] std::map<std::int64_t, ProcedureTestRun> test_runs(db::ReadTx& tx);
void keep_test_run(db::Tx& tx, Id<Procedure> id, const ProcedureTestRun& run, Instant now);

// Procedures that residents see and whose present revision fails its tests.
[[nodiscard]] std::int64_t count_failing_procedures(db::ReadTx& tx);

}  // namespace clocher::forms
