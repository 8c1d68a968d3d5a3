// SQL of revisions.
#include "tenants/forms/procedure_revision.hpp"

namespace clocher::forms {

std::vector<ProcedureRevision> list_revisions(db::ReadTx& tx, Id<Procedure> id) {
  return tx.all(
      "SELECT r.number, r.title, r.source = 'catalogue', COALESCE((SELECT MAX(e.actor_name) FROM journal_event e WHERE "
      "e.subject = 'procedure' AND e.subject_id = r.procedure_id AND e.verb = 'procedure.published' AND e.details = "
      "CAST(r.number AS TEXT)), ''), r.created_at, (SELECT COUNT(*) FROM dossier d WHERE d.procedure_id = r.procedure_id "
      "AND d.procedure_revision = r.number AND d.state IN ('submitted', 'in_progress', 'waiting_for_resident')) "
      "FROM procedure_revision r WHERE r.procedure_id = ? ORDER BY r.number DESC",
      [](const db::Row& row) {
        return ProcedureRevision{row.integer(0), row.text(1), row.boolean(2), row.text(3), row.instant(4), row.integer(5)};
      },
      id);
}

std::optional<std::string> find_revision_text(db::ReadTx& tx, Id<Procedure> id, std::int64_t number) {
  return tx.one(
      "SELECT definition FROM procedure_revision WHERE procedure_id = ? AND number = ?",
      [](const db::Row& row) { return row.text(0); }, id, number);
}

}  // namespace clocher::forms
