// Reads what is published, plays it elsewhere.
#include "tenants/dossiers/procedure_check.hpp"

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

}  // namespace

std::vector<CheckedProcedure> test_procedures(tenants::Tenant& tenant, Rehearsal& rehearsal,
                                              const tenants::Texts& texts) {
  std::vector<CheckedProcedure> checked;
  std::vector<std::string> definitions;
  tenant.read([&](db::ReadTx& tx) {
    for (forms::Procedure& procedure : forms::list_procedures(tx)) {
      definitions.push_back(forms::read_definition_text(tx, procedure.id, procedure.revision));
      checked.push_back({std::move(procedure), {}});
    }
  });
  for (std::size_t i = 0; i < checked.size(); ++i)
    checked[i].report = play(rehearsal, texts, checked[i].procedure, definitions[i]);
  return checked;
}

}  // namespace clocher::dossiers
