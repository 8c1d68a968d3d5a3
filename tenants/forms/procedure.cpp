// SQL and rules of procedures.
#include "tenants/forms/procedure.hpp"

#include "core/json/json.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

namespace clocher::forms {
namespace {

ProcedureState state_of(const std::string& name, bool is_offered) {
  if (name == "open") return ProcedureState::open;
  return is_offered ? ProcedureState::closed : ProcedureState::model;
}

Procedure read_procedure(const db::Row& row) {
  return {row.id<Procedure>(0),
          row.text(1),
          row.text(2),
          row.text(3),
          state_of(row.text(4), row.boolean(7)),
          row.integer(5),
          row.integer(6),
          parse_iso_date(row.text(9)),
          parse_iso_date(row.text(10)),
          row.integer(11),
          row.boolean(12),
          row.text(8)};
}

enum class Source { catalogue, commune };

void insert_revision(db::Tx& tx, Id<Procedure> id, std::int64_t number, const Definition& definition,
                     std::string_view text, Source source, Instant now) {
  tx.run(
      "INSERT INTO procedure_revision (procedure_id, number, title, summary, theme, definition, source, created_at) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      id, number, definition.title, definition.summary, definition.theme, text,
      source == Source::catalogue ? "catalogue" : "commune", now);
}

std::string day_or_nothing(const std::optional<Date>& date) { return date ? to_iso(*date) : std::string(); }

// Beside the revision, so that they hold for requests begun on an earlier one too.
void keep_limits(db::Tx& tx, const Definition& definition) {
  tx.run("UPDATE procedure SET opens_on = ?, closes_on = ?, quota = ?, once_per_person = ? WHERE slug = ?",
         day_or_nothing(definition.opens), day_or_nothing(definition.closes), definition.quota,
         definition.once_per_person, definition.slug);
}

void insert_procedure(db::Tx& tx, const Definition& definition, std::string_view text, ProcedureState state,
                      Source source, Instant now) {
  const std::int64_t position = 1 + tx.number("SELECT COALESCE(MAX(position), 0) FROM procedure");
  const std::optional<Instant> offered_at = state == ProcedureState::model ? std::nullopt : std::optional(now);
  const Id<Procedure> id{
      tx.insert("INSERT INTO procedure (slug, state, current_revision, position, created_at, offered_at) VALUES (?, ?, "
                "1, ?, ?, ?)",
                definition.slug, state == ProcedureState::open ? "open" : "closed", position, now, offered_at)};
  insert_revision(tx, id, 1, definition, text, source, now);
  keep_limits(tx, definition);
}

void add_revision(db::Tx& tx, const Procedure& existing, const Definition& definition, std::string_view text,
                  Source source, Instant now) {
  insert_revision(tx, existing.id, existing.revision + 1, definition, text, source, now);
  tx.run("UPDATE procedure SET current_revision = ? WHERE id = ?", existing.revision + 1, existing.id);
  keep_limits(tx, definition);
}

bool is_current_text(db::ReadTx& tx, const Procedure& existing, std::string_view text) {
  return tx.number("SELECT COUNT(*) FROM procedure_revision WHERE procedure_id = ? AND number = ? AND definition = ?",
                   existing.id, existing.revision, text) > 0;
}

}  // namespace

std::string_view to_string(ProcedureState state) {
  switch (state) {
    case ProcedureState::open: return "open";
    case ProcedureState::closed: return "closed";
    case ProcedureState::model: break;
  }
  return "model";
}

std::vector<Procedure> list_all_procedures(db::ReadTx& tx) {
  return tx.all(
      "SELECT p.id, p.slug, r.title, r.summary, p.state, p.current_revision, "
      "(SELECT COUNT(*) FROM dossier d WHERE d.procedure_id = p.id), p.offered_at IS NOT NULL, r.theme, p.opens_on, "
      "p.closes_on, p.quota, p.once_per_person "
      "FROM procedure p JOIN procedure_revision r ON r.procedure_id = p.id AND r.number = p.current_revision "
      "ORDER BY p.position, p.id",
      read_procedure);
}

std::vector<Procedure> list_procedures(db::ReadTx& tx) {
  std::vector<Procedure> procedures = list_all_procedures(tx);
  std::erase_if(procedures, [](const Procedure& one) { return one.state == ProcedureState::model; });
  return procedures;
}

std::vector<Procedure> list_offered_procedures(db::ReadTx& tx) {
  // Offered beside a record of the directory, and on the agenda.
  static constexpr std::array<std::string_view, 2> contextual = {"signaler-une-correction", "proposer-un-evenement"};
  std::vector<Procedure> procedures = list_procedures(tx);
  std::erase_if(procedures,
                [](const Procedure& one) { return std::ranges::find(contextual, one.slug) != contextual.end(); });
  return procedures;
}

std::optional<Procedure> find_procedure(db::ReadTx& tx, std::string_view slug) {
  return tx.one(
      "SELECT p.id, p.slug, r.title, r.summary, p.state, p.current_revision, "
      "(SELECT COUNT(*) FROM dossier d WHERE d.procedure_id = p.id), p.offered_at IS NOT NULL, r.theme, p.opens_on, "
      "p.closes_on, p.quota, p.once_per_person "
      "FROM procedure p JOIN procedure_revision r ON r.procedure_id = p.id AND r.number = p.current_revision WHERE "
      "p.slug = ?",
      read_procedure, slug);
}

std::string read_definition_text(db::ReadTx& tx, Id<Procedure> id, std::int64_t revision) {
  auto text = tx.one(
      "SELECT definition FROM procedure_revision WHERE procedure_id = ? AND number = ?",
      [](const db::Row& row) { return row.text(0); }, id, revision);
  if (!text) throw std::logic_error("procedure: no such revision");
  return std::move(*text);
}

Definition read_definition(db::ReadTx& tx, Id<Procedure> id, std::int64_t revision) {
  auto definition = parse_definition(read_definition_text(tx, id, revision));
  if (!definition)
    throw std::logic_error("procedure: a published definition no longer parses: " + definition.error().key);
  return std::move(*definition);
}

Result<Procedure> set_procedure_state(tenants::Tenant& tenant, const tenants::Actor& actor, std::string_view slug,
                                      ProcedureState state, Instant now) {
  return tenant.write([&](db::Tx& tx) -> Result<Procedure> {
    auto procedure = find_procedure(tx, slug);
    if (!procedure) return fail(ErrorKind::not_found, "procedure.not_found");
    if (procedure->state == state) return std::move(*procedure);
    procedure->state = state;
    const bool is_offered = state != ProcedureState::model;
    tx.run(
        "UPDATE procedure SET state = ?, offered_at = CASE WHEN ? THEN COALESCE(offered_at, ?) ELSE NULL END WHERE id "
        "= ?",
        state == ProcedureState::open ? "open" : "closed", is_offered, now, procedure->id);
    tenants::append_event(tx, actor, {"procedure", procedure->id.value}, "procedure.state_changed", to_string(state),
                          now);
    return std::move(*procedure);
  });
}

void publish_definition(db::Tx& tx, const Definition& definition, std::string_view text, Instant now) {
  const auto existing = find_procedure(tx, definition.slug);
  if (!existing) return insert_procedure(tx, definition, text, ProcedureState::open, Source::commune, now);
  if (!is_current_text(tx, *existing, text)) add_revision(tx, *existing, definition, text, Source::commune, now);
}

bool is_sown(db::ReadTx& tx, std::string_view slug, std::string_view text) {
  return tx.number(
             "SELECT COUNT(*) FROM procedure p JOIN procedure_revision r ON r.procedure_id = p.id AND r.number = "
             "p.current_revision WHERE p.slug = ? AND (r.source = 'commune' OR r.definition = ?)",
             slug, text) > 0;
}

bool sow_definition(db::Tx& tx, const Definition& definition, std::string_view text, ProcedureState first_state,
                    Instant now) {
  const auto existing = find_procedure(tx, definition.slug);
  if (!existing) {
    insert_procedure(tx, definition, text, first_state, Source::catalogue, now);
    return true;
  }
  if (is_sown(tx, definition.slug, text)) return false;
  add_revision(tx, *existing, definition, text, Source::catalogue, now);
  return true;
}

}  // namespace clocher::forms
