// Reads what is published, plays it elsewhere.
#include "tenants/dossiers/procedure_check.hpp"

#include "tenants/forms/procedure_test_run.hpp"

#include <functional>

namespace clocher::dossiers {
namespace {

// A definition that was right when it was published and that this program no longer reads is a failure like another.
TestReport play(Rehearsal& rehearsal, const tenants::Texts& texts, const forms::Procedure& procedure,
                const std::string& text) {
  const auto definition = forms::parse_definition(text);
  if (definition) return rehearsal.play(*definition, text);
  const Error& error = definition.error();
  return {1, {{procedure.title, texts.catalogue.text(error.key, error.arguments)}}};
}

using Chosen = std::function<bool(const forms::Procedure&)>;

std::vector<CheckedProcedure> play_chosen(tenants::Tenant& tenant, Rehearsal& rehearsal, const tenants::Texts& texts,
                                          const Chosen& is_chosen) {
  std::vector<CheckedProcedure> checked;
  std::vector<std::string> definitions;
  tenant.read([&](db::ReadTx& tx) {
    for (forms::Procedure& procedure : forms::list_all_procedures(tx)) {
      if (!is_chosen(procedure)) continue;
      definitions.push_back(forms::read_definition_text(tx, procedure.id, procedure.revision));
      checked.push_back({std::move(procedure), {}});
    }
  });
  for (std::size_t i = 0; i < checked.size(); ++i)
    checked[i].report = play(rehearsal, texts, checked[i].procedure, definitions[i]);
  return checked;
}

std::string lines_of(const TestReport& report) {
  std::string lines;
  for (const TestFailure& failure : report.failures)
    lines += (lines.empty() ? "" : "\n") + failure.test + " : " + failure.reason;
  return lines;
}

}  // namespace

std::vector<CheckedProcedure> test_procedures(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                              const tenants::Texts& texts) {
  return play_chosen(tenant, rehearsal, texts, [](const forms::Procedure&) { return true; });
}

std::int64_t check_procedures(tenants::Tenant& tenant, Rehearsal& rehearsal, const tenants::Texts& texts,
                              std::string_view program, Instant now) {
  const auto runs = tenant.read([](db::ReadTx& tx) { return forms::test_runs(tx); });
  const auto is_due = [&](const forms::Procedure& procedure) {
    const auto run = runs.find(procedure.id.value);
    return run == runs.end() || run->second.revision != procedure.revision || run->second.program != program;
  };
  const auto checked = play_chosen(tenant, rehearsal, texts, is_due);
  if (!checked.empty()) {
    tenant.write_private([&](db::Tx& tx) {
      for (const auto& [procedure, report] : checked) {
        forms::keep_test_run(tx, procedure.id,
                             {procedure.revision, std::string(program), report.tests, report.failed(), lines_of(report)},
                             now);
      }
    });
  }
  return tenant.read([](db::ReadTx& tx) { return forms::count_failing_procedures(tx); });
}

}  // namespace clocher::dossiers
