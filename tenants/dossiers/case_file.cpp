// Gathers a case file.
#include "tenants/dossiers/case_file.hpp"

namespace clocher::dossiers {

std::optional<CaseFile> read_case_file(db::ReadTx& tx, Id<Dossier> id) {
  auto dossier = find_dossier(tx, id);
  if (!dossier) return std::nullopt;
  auto definition = forms::read_definition(tx, dossier->procedure_id, dossier->procedure_revision);
  return CaseFile{std::move(*dossier), std::move(definition), messages_of(tx, id), attachments_of(tx, id),
                  tenants::events_of(tx, {"dossier", id.value}), file_states(tx, id)};
}

}  // namespace clocher::dossiers
